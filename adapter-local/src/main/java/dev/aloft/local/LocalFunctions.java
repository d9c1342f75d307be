package dev.aloft.local;

import dev.aloft.Event;
import dev.aloft.runtime.FunctionRuntime;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.FunctionIndex;
import dev.aloft.spi.MessageBinding.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The application's functions in this process, for unit tests: no socket, but the same router, failure policy and codec as
 * in the clouds.
 *
 * <pre>{@code
 * LocalFunctions functions = LocalFunctions.start();
 *
 * HttpResponse response = functions.http().get("/hello/Ada");
 *
 * assertThat(response.text()).isEqualTo("Hello, Ada!\n");
 * }</pre>
 *
 * <p>Messages wait until the test says so, and what a function could not handle is delivered again, then dead-lettered:
 *
 * <pre>{@code
 * functions.queue("orders").send(new Order("o-1", 3));
 *
 * functions.deliverAll();
 *
 * assertThat(functions.queue("orders").deadLetters()).isEmpty();
 * }</pre>
 *
 * <p>So do what happens to stored objects and documents, and firings of schedules. The time of a test begins on 1 January 2026 at
 * midnight UTC, or {@link #startingAt} another, and goes on only when it is told to:
 *
 * <pre>{@code
 * functions.storage("uploads").put("cats/tom.png", bytes);
 * functions.database("products").update(before, after);
 * functions.schedule("clean-up").fire();
 *
 * functions.advance(Duration.ofDays(7));
 * }</pre>
 *
 * <p>Each {@code start} gives functions with handlers of their own, so tests do not share state. What a function fails with is
 * written to the standard error stream.
 */
public final class LocalFunctions {
    private final DeliveryRules rules;
    private final Instant start;
    private volatile Version version;
    private @Nullable Sources sources;

    private LocalFunctions(Version version, DeliveryRules rules, Instant start) {
        this.version = version;
        this.rules = rules;
        this.start = start;
    }

    static LocalFunctions of(Version version) {
        return new LocalFunctions(version, DeliveryRules.DEFAULT, Instant.parse("2026-01-01T00:00:00Z"));
    }

    /**
     * All functions of the application, found by the index that the annotation processor wrote.
     *
     * @return the functions, with the environment as settings
     * @throws dev.aloft.AloftException if the application is put together wrongly (ALOFT-101 to ALOFT-111)
     */
    public static LocalFunctions start() {
        return start(System.getenv());
    }

    /**
     * All functions of the application, with settings of the test's own.
     *
     * @param settings what {@code context.settings()} finds, in place of the environment
     * @return the functions
     * @throws dev.aloft.AloftException if the application is put together wrongly (ALOFT-101 to ALOFT-111)
     */
    public static LocalFunctions start(Map<String, String> settings) {
        return of(Version.of(FunctionRuntime.start("local", settings)));
    }

    /** As {@link #of(FunctionIndex, Map)}, without settings. For example {@code LocalFunctions.of(Functions.builder()….build())}. */
    public static LocalFunctions of(FunctionIndex index) {
        return of(index, Map.of());
    }

    /**
     * The functions of a registry built by hand, with settings of the test's own.
     *
     * @param index the functions
     * @param settings what {@code context.settings()} finds
     * @return the functions
     * @throws dev.aloft.AloftException if the application is put together wrongly (ALOFT-102 to ALOFT-111)
     */
    public static LocalFunctions of(FunctionIndex index, Map<String, String> settings) {
        return of(Version.of(FunctionRuntime.start("local", settings, index)));
    }

    /**
     * The same functions, with the same handlers, whose messages are dead-lettered after another number of attempts than 5.
     *
     * @param attempts how often a message is delivered at most, at least once
     * @return the functions, with queues of their own
     */
    public LocalFunctions withAttempts(int attempts) {
        return with(rules.withAttempts(attempts));
    }

    LocalFunctions with(DeliveryRules other) {
        return new LocalFunctions(version, other, start);
    }

    /**
     * The same functions, with the same handlers, whose time begins at another moment than 1 January 2026 at midnight UTC.
     *
     * @param time the moment, for example one before a daylight-saving change; to the millisecond
     * @return the functions, with queues of their own
     */
    public LocalFunctions startingAt(Instant time) {
        return new LocalFunctions(version, rules, time);
    }

    /** A client for the HTTP functions, without a socket. */
    public LocalHttp http() {
        return new LocalHttp(runtime());
    }

    /**
     * A queue that a function declares.
     *
     * @param name the logical name, as in the trigger
     * @return the queue
     * @throws dev.aloft.AloftException if no function declares it (ALOFT-123) or several do (ALOFT-124)
     */
    public LocalQueue queue(String name) {
        return new LocalQueue(sources().require(Kind.QUEUE, name));
    }

    /**
     * A topic that one or more functions declare.
     *
     * @param name the logical name, as in the trigger
     * @return the topic
     * @throws dev.aloft.AloftException with code ALOFT-123 if no function declares it
     */
    public LocalTopic topic(String name) {
        return new LocalTopic(sources().require(Kind.TOPIC, name));
    }

    /**
     * A stream that one or more functions declare.
     *
     * @param name the logical name, as in the trigger
     * @return the stream
     * @throws dev.aloft.AloftException with code ALOFT-123 if no function declares it
     */
    public LocalStream stream(String name) {
        return new LocalStream(sources().require(Kind.STREAM, name));
    }

    /**
     * A bucket that one or more functions declare.
     *
     * @param name the logical name, as in the trigger
     * @return the bucket
     * @throws dev.aloft.AloftException with code ALOFT-123 if no function declares it
     */
    public LocalStorage storage(String name) {
        return sources().bucket(name);
    }

    /**
     * The schedule of a function.
     *
     * @param function the function's name, for example {@code clean-up}
     * @return the schedule
     * @throws dev.aloft.AloftException with code ALOFT-123 if there is no such function with a schedule
     */
    public LocalSchedule schedule(String function) {
        return sources().schedule(function);
    }

    /**
     * A table or collection that one or more functions declare.
     *
     * @param name the logical name, as in the trigger
     * @return the table
     * @throws dev.aloft.AloftException with code ALOFT-123 if no function declares it
     */
    public LocalDatabase database(String name) {
        return sources().database(name);
    }

    /**
     * Gives an event to each function that takes its type and source.
     *
     * @param event the event
     * @throws dev.aloft.AloftException with code ALOFT-125 if no function takes it
     */
    public void event(Event event) {
        sources().accept(event);
    }

    /** The events that were rejected or used up their attempts. */
    public List<DeadEvent<Event>> deadEvents() {
        return sources().deadEvents();
    }

    /**
     * Delivers, in this thread and in a fixed order, until nothing waits any more, what functions send meanwhile included.
     *
     * <p>What fails is delivered again, up to 5 times, then dead-lettered; what is rejected is dead-lettered at once. Delays between
     * attempts, also those of {@link dev.aloft.RetryLater}, decide the order, but take no time. No schedule fires by itself: those
     * whose time passes meanwhile are left out. It ends early if the thread is interrupted; the next call goes on.
     */
    public void deliverAll() {
        do {
            deliverDue();
        } while (!Thread.currentThread().isInterrupted() && sources().broker().skipToNextDue());
    }

    private void deliverDue() {
        Delivery delivery = new Delivery(runtime(), sources().broker(), Console.quiet());
        boolean delivered = true;
        while (delivered) {
            delivered = !Thread.currentThread().isInterrupted() && delivery.next();
        }
    }

    /**
     * Lets time go on, from one thing that is due to the next: schedules fire by their cron expression and zone, what failed is
     * delivered again, each at its time and in this thread. What is due at the very end is delivered, too. It ends early if the
     * thread is interrupted.
     *
     * @param time how much, for example {@code Duration.ofDays(1)}
     * @throws dev.aloft.AloftException with code ALOFT-134 if it is negative
     */
    public void advance(Duration time) {
        if (time.isNegative()) {
            throw LocalErrors.backwards();
        }
        Broker broker = sources().broker();
        Timetable timetable = sources().timetable();
        long end = broker.now() + time.toMillis();
        timetable.passOver();
        for (long next = broker.now(); next <= end; next = next(broker, timetable)) {
            broker.advanceTo(next);
            timetable.fireDue();
            deliverDue();
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
        broker.advanceTo(end);
    }

    private static long next(Broker broker, Timetable timetable) {
        Long due = broker.nextDue();
        return Math.min(timetable.next(), due == null ? Long.MAX_VALUE : due);
    }

    /** What time it is for the functions, for example {@code 2026-01-01T00:00:00Z}; the machine's while a {@link LocalServer} runs. */
    public Instant now() {
        return Instant.ofEpochMilli(sources().broker().now());
    }

    /** Made on first use, since an application without messages needs none. */
    synchronized Sources sources() {
        if (sources == null) {
            sources = Sources.of(definitions(), rules, start.toEpochMilli());
        }
        return sources;
    }

    /** What the application serves, in the index's order. */
    public List<FunctionDefinition> definitions() {
        return runtime().functions();
    }

    FunctionRuntime runtime() {
        return version.runtime();
    }

    Version version() {
        return version;
    }

    /** Goes on with other classes. @return whether what waits in queues and the like goes on waiting, since they are the same ones */
    synchronized boolean switchTo(Version next) {
        boolean same = next.hasSourcesOf(version);
        version = next;
        sources = same ? sources : null;
        return same;
    }
}
