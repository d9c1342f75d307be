package dev.aloft.local;

import dev.aloft.HttpResponse;
import dev.aloft.local.engine.Backlog;
import dev.aloft.local.engine.Engine;
import dev.aloft.local.engine.Item;
import dev.aloft.local.engine.Letter;
import dev.aloft.local.engine.SourceKind;
import dev.aloft.runtime.json.JsonWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The engine with the time of day: what all sources send to. Its time goes on only when it is told to, so that a test needs to wait
 * for nothing, unless it is live. It is thread-safe.
 */
final class Platform {
    private static final int STEPS = 5_000;

    private final Engine engine;
    /** The time of day when the engine's time was 0. */
    private volatile long start;

    private final @Nullable Recorder recorder;
    /** Threads that are woken when there may be something to deliver. */
    private final List<Thread> couriers = new CopyOnWriteArrayList<>();

    private volatile Console console = Console.quiet();
    /** Whether time goes on by itself. */
    private boolean live;
    /** Up to where the time that goes by itself is counted. */
    private long counted;

    /** @param start what time it is at first, in milliseconds */
    Platform(Engine engine, long start, @Nullable Recorder recorder) {
        this.engine = engine;
        this.start = start;
        this.recorder = recorder;
    }

    Engine engine() {
        return engine;
    }

    /** Keeps what is invoked; null if nothing does. */
    @Nullable
    Recorder recorder() {
        return recorder;
    }

    /** Where functions log to. */
    Console console() {
        return console;
    }

    /** From now on somebody reads what happens, and what is long past is forgotten. */
    void show(Console other) {
        console = other;
        engine.timeline().keep(STEPS);
        engine.timeline().listen(other::delivered);
    }

    /** What time it is, in milliseconds. Where the machine's clock is set back, it goes on; where it is set forward, it follows. */
    synchronized long now() {
        if (live) {
            long passed = (System.nanoTime() - counted) / 1_000_000;
            counted += passed * 1_000_000;
            engine.reach(Math.max(engine.now() + passed, System.currentTimeMillis() - start));
        }
        return timeOf(engine.now());
    }

    synchronized boolean isLive() {
        return live;
    }

    /** The time of day of a moment in the engine's time. */
    long timeOf(long moment) {
        return start + moment;
    }

    /** Lets time go by the machine's clock, or stand still again. What waits does not get older by the change. */
    synchronized void goLive(boolean byClock) {
        counted = System.nanoTime();
        start = byClock ? Math.max(start, System.currentTimeMillis() - engine.now()) : start;
        live = byClock;
    }

    /** A number that grows, also from process to process, as long as less than one function is called in a millisecond. */
    long nextSequence() {
        return start * 1_000 + engine.nextSequence();
    }

    /** Sends a message or event to the functions that take it. */
    void send(SourceKind kind, String source, Item item) {
        now();
        engine.send(kind, source, item);
        wake();
    }

    /** Delivers what is due up to a moment, and lets time go on to it. */
    void advanceTo(long time) {
        engine.advance(Duration.ofMillis(Math.max(time - now(), 0)));
    }

    /** When something happens by itself; null if nothing waits. */
    @Nullable
    Long nextDue() {
        Long due = engine.nextDue();
        return due == null ? null : timeOf(due);
    }

    /** The dead letters of some functions. */
    List<Letter> letters(List<String> functions) {
        return kept(engine.backlog(functions).letters());
    }

    private static List<Letter> kept(List<Letter> letters) {
        List<Letter> kept = new ArrayList<>();
        for (Letter letter : letters) {
            if (letter.isKept()) {
                kept.add(letter);
            }
        }
        return kept;
    }

    /**
     * Delivers dead letters of some functions again.
     *
     * @param id the message's id; null for all
     * @return how many they are
     */
    int redrive(List<String> functions, @Nullable String id) {
        now();
        int redriven = 0;
        for (Letter letter : letters(functions)) {
            if (id == null || id.equals(letter.parcel().id())) {
                engine.backlog(functions).redrive(letter);
                redriven++;
            }
        }
        wake();
        return redriven;
    }

    /** What has become of the messages of some functions, as the rest of an object that has been begun. */
    HttpResponse report(List<String> functions, JsonWriter json) {
        json.name("functions").beginArray();
        for (String function : functions) {
            report(function, json.beginObject().name("name").string(function));
        }
        json.endArray().endObject();
        return HttpResponse.ok().withBody(json.toByteArray(), "application/json");
    }

    /** The rest of an object that has been begun: of each dead letter the id and the reason, never the payload. */
    void report(String function, JsonWriter json) {
        Backlog.State state = engine.backlog(List.of(function)).state();
        json.name("waiting").number(state.waiting());
        json.name("handled").number(state.handled());
        json.name("deadLetters").beginArray();
        for (Letter letter : kept(state.letters())) {
            json.beginObject();
            json.name("id").string(letter.parcel().id());
            json.name("attempts").number(letter.attempts());
            json.name("reasonType").string(DeadLetter.reasonType(letter));
            json.name("reason").string(DeadLetter.reason(letter));
            json.endObject();
        }
        json.endArray();
        json.endObject();
    }

    void addCourier(Thread thread) {
        couriers.add(thread);
    }

    void removeCourier(Thread thread) {
        couriers.remove(thread);
    }

    void wake() {
        for (Thread courier : couriers) {
            LockSupport.unpark(courier);
        }
    }
}
