package dev.aloft.local.engine;

import dev.aloft.Rejected;
import dev.aloft.RetryLater;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** One random run: a profile, sources of random kinds, messages, and what the handler does with each; all by one seed. */
final class Scenario {
    private static final List<Profile> PROFILES =
            Profile.NAMES.stream().map(Profile::named).toList();
    private static final SourceKind[] KINDS = Arrays.copyOf(SourceKind.values(), SourceKind.HTTP.ordinal());

    private final long seed;
    private final SplittableRandom random;
    private final Profile judged;
    private final Engine engine;
    private final Ledger ledger = new Ledger();
    private boolean liar;

    /** A scenario whose engine follows another profile than the one by which it is judged, if they differ. */
    Scenario(long seed, Profile judged, Profile followed) {
        this.seed = seed;
        this.random = new SplittableRandom(seed);
        this.judged = judged;
        this.engine = Engine.of(followed, seed, Scenario::oneByOne);
    }

    static Scenario of(long seed) {
        Profile profile = PROFILES.get((int) (seed % PROFILES.size()));
        return new Scenario(seed, profile, profile);
    }

    private static void oneByOne(List<Call> calls) {
        for (Call call : calls) {
            call.run();
        }
    }

    /** Tells the platform that everything was handled. */
    Scenario lying() {
        liar = true;
        return this;
    }

    Ledger ledger() {
        return ledger;
    }

    @Override
    public String toString() {
        return engine.timeline().text();
    }

    /** Runs it. @return what is wrong; empty if nothing is */
    List<String> run() {
        int sources = 1 + random.nextInt(3);
        for (int i = 0; i < sources; i++) {
            SourceKind kind = KINDS[random.nextInt(KINDS.length)];
            int functions = kind == SourceKind.TOPIC ? 2 : 1;
            for (int f = 0; f < functions; f++) {
                String function = "f" + i + "-" + f;
                engine.subscribe(new Subscription(function, kind, "s" + i), () -> call -> handle(call));
                ledger.subscribed(function, kind, "s" + i);
            }
        }
        int messages = 1 + random.nextInt(12);
        for (int i = 0; i < messages; i++) {
            Ledger.Subscriber to =
                    ledger.subscribers().get(random.nextInt(ledger.subscribers().size()));
            send(to.kind(), to.source(), "m" + i, random.nextInt(4));
            if (random.nextInt(4) == 0) {
                engine.advance(Duration.ofMillis(random.nextInt(2_000)));
            }
        }
        engine.deliverAll();
        return new Judge(judged, ledger, engine).verdict();
    }

    private void send(SourceKind kind, String source, String id, int key) {
        engine.send(kind, source, new Item(id, key == 0 ? null : "k" + key, id, 10));
        ledger.sent(kind, source, id, key == 0 ? null : "k" + key, engine.now());
    }

    private List<Outcome> handle(Call call) throws Exception {
        int first = ledger.received(call);
        try {
            return handle(call, first);
        } catch (Exception failure) {
            ledger.broken(first);
            throw failure;
        }
    }

    private List<Outcome> handle(Call call, int first) throws Exception {
        Set<String> failed = new HashSet<>();
        List<Outcome> outcomes = new ArrayList<>();
        Rules rules = call.inbox().rules();
        for (int i = 0; i < call.parcels().size(); i++) {
            Parcel parcel = call.parcels().get(i);
            String lane = rules.order == Rules.Order.SHARD ? "all" : parcel.key() == null ? parcel.id() : parcel.key();
            Outcome outcome = failed.contains(lane) ? Outcome.NOT_TRIED : tried(call, parcel, first + i);
            ledger.outcome(first + i, outcome);
            if (!outcome.isDone() && rules.order != Rules.Order.NONE) {
                failed.add(lane);
            }
            outcomes.add(liar ? Outcome.HANDLED : outcome);
        }
        return outcomes;
    }

    private Outcome tried(Call call, Parcel parcel, int index) throws Exception {
        ledger.tries(index);
        return conduct(call, parcel);
    }

    private Outcome conduct(Call call, Parcel parcel) throws Exception {
        SplittableRandom own = new SplittableRandom(
                seed * 31 + parcel.id().hashCode() * 17L + call.function().hashCode());
        int plan = own.nextInt(100);
        int failures = 1 + own.nextInt(3);
        if (plan < 50) {
            return Outcome.HANDLED;
        } else if (plan < 70) {
            return parcel.attempt() <= failures ? Outcome.thrown(new IllegalStateException("busy")) : Outcome.HANDLED;
        } else if (plan < 78) {
            return Outcome.thrown(new IllegalArgumentException("poison"));
        } else if (plan < 84) {
            return Outcome.thrown(new Rejected("no such customer"));
        } else if (plan < 90) {
            return parcel.attempt() == 1
                    ? Outcome.thrown(new RetryLater(Duration.ofMinutes(1), "later"))
                    : Outcome.HANDLED;
        } else if (plan < 94) {
            call.spend(
                    Duration.ofMillis(call.timeout() * 8 / 10 / call.parcels().size()));
            return Outcome.HANDLED;
        } else if (plan < 97 && parcel.attempt() <= failures) {
            call.spend(Duration.ofMillis(call.timeout() + 1));
        } else if (plan < 99 && parcel.attempt() <= failures) {
            throw new IllegalStateException("broken batch");
        }
        return Outcome.HANDLED;
    }
}
