package dev.aloft.local;

import dev.aloft.Event;
import dev.aloft.runtime.FunctionRuntime;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.FunctionIndex;
import dev.aloft.spi.MessageBinding.Kind;
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
 * <p>Each {@code start} gives functions with handlers of their own, so tests do not share state. What a function fails with is
 * written to the standard error stream.
 */
public final class LocalFunctions {
    private final FunctionRuntime runtime;
    private final DeliveryRules rules;
    private @Nullable Sources sources;

    private LocalFunctions(FunctionRuntime runtime, DeliveryRules rules) {
        this.runtime = runtime;
        this.rules = rules;
    }

    /**
     * All functions of the application, found by the index that the annotation processor wrote.
     *
     * @return the functions, with the process's environment as settings
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
        return new LocalFunctions(FunctionRuntime.start("local", settings), DeliveryRules.DEFAULT);
    }

    /**
     * The functions of a registry built by hand, for example {@code LocalFunctions.of(Functions.builder()….build())}.
     *
     * @param index the functions
     * @return the functions, without settings
     * @throws dev.aloft.AloftException if the application is put together wrongly (ALOFT-102 to ALOFT-111)
     */
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
        return new LocalFunctions(FunctionRuntime.start("local", settings, index), DeliveryRules.DEFAULT);
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
        return new LocalFunctions(runtime, other);
    }

    /** A client for the HTTP functions, without a socket. */
    public LocalHttp http() {
        return new LocalHttp(runtime);
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
     * Gives an event to each function that takes its type and source.
     *
     * @param event the event
     * @throws dev.aloft.AloftException with code ALOFT-125 if no function takes it
     */
    public void event(Event event) {
        sources().accept(event);
    }

    /** The events that were rejected or used up their attempts. */
    public List<DeadEvent> deadEvents() {
        return sources().deadEvents();
    }

    /**
     * Delivers, in this thread and in a fixed order, until nothing waits any more, what functions send meanwhile included.
     *
     * <p>What fails is delivered again, up to 5 times, then dead-lettered; what is rejected is dead-lettered at once. Delays between
     * attempts, also those of {@link dev.aloft.RetryLater}, decide the order, but take no time. It ends early if the thread is
     * interrupted; the next call goes on.
     */
    public void deliverAll() {
        Broker broker = sources().broker();
        Delivery delivery = new Delivery(runtime, broker, Console.quiet());
        do {
            boolean delivered = true;
            while (delivered) {
                delivered = !Thread.currentThread().isInterrupted() && delivery.next();
            }
        } while (!Thread.currentThread().isInterrupted() && broker.skipToNextDue());
    }

    /** Made on first use, since an application without messages needs none. */
    synchronized Sources sources() {
        Sources made = sources;
        if (made == null) {
            made = Sources.of(runtime.functions(), rules);
            sources = made;
        }
        return made;
    }

    /** What the application serves, in the index's order. */
    public List<FunctionDefinition> definitions() {
        return runtime.functions();
    }

    FunctionRuntime runtime() {
        return runtime;
    }
}
