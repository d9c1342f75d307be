package dev.aloft.local.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** An engine for tests, with short ways to say things. */
final class TestEngine {
    /** Longer than any busy machine needs. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    final Engine engine;

    private TestEngine(Engine engine) {
        this.engine = engine;
    }

    /** Runs invocations one after the other in the calling thread. */
    static TestEngine inline(Profile profile) {
        return new TestEngine(Engine.of(profile, 1, calls -> calls.forEach(Call::run)));
    }

    /** Runs invocations on threads. */
    static TestEngine strict(long seed) {
        return strict(seed, PATIENCE);
    }

    static TestEngine strict(long seed, Duration patience) {
        return new TestEngine(Engine.of(Profile.named("strict"), seed, patience));
    }

    /** A profile without chance: no duplicates, full order, one instance. */
    static Profile calm(String name) {
        Profile profile =
                Profile.named(name).with("twins", "0").with("surely", "no").with("shuffle", "0");
        profile = profile.with("scale-out", "0").with("duration", "1ms").with("cold-start", "0");
        for (SourceKind kind : SourceKind.values()) {
            profile = profile.with(kind.word() + ".lost", "0");
        }
        return profile;
    }

    /** What a handler does with one message. */
    interface Handler {
        void handle(Parcel parcel, Call call) throws Exception;
    }

    /** Calls a handler message by message, as the runtime does. */
    static Target each(Handler handler) {
        return call -> {
            List<Outcome> outcomes = new ArrayList<>();
            for (Parcel parcel : call.parcels()) {
                outcomes.add(outcome(handler, parcel, call));
            }
            return outcomes;
        };
    }

    private static Outcome outcome(Handler handler, Parcel parcel, Call call) throws InterruptedException {
        try {
            handler.handle(parcel, call);
            return Outcome.HANDLED;
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            return Outcome.thrown(e);
        }
    }

    TestEngine function(String name, SourceKind kind, String source, Handler handler) {
        engine.subscribe(new Subscription(name, kind, source), () -> each(handler));
        return this;
    }

    TestEngine send(SourceKind kind, String source, String... ids) {
        for (String id : ids) {
            engine.send(kind, source, new Item(id, null, id, id.length()));
        }
        return this;
    }

    TestEngine deliver() {
        engine.deliverAll();
        return this;
    }

    /** Of each step that is about a function: message, attempt and outcome. */
    List<String> deliveries() {
        List<String> deliveries = new ArrayList<>();
        for (Timeline.Step step : engine.timeline().steps()) {
            if (!step.function().isEmpty()) {
                deliveries.add(step.message() + " " + step.attempt() + " " + step.outcome());
            }
        }
        return deliveries;
    }
}
