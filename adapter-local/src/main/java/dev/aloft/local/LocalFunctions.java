package dev.aloft.local;

import dev.aloft.Event;
import dev.aloft.local.engine.Call;
import dev.aloft.local.engine.Profile;
import dev.aloft.local.engine.Timeline;
import dev.aloft.local.recording.Recording;
import dev.aloft.local.recording.Redaction;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.FunctionIndex;
import dev.aloft.spi.MessageBinding.Kind;
import java.nio.file.Path;
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
 * HttpResponse response = functions.http().get("/hello/Ada");
 * assertThat(response.text()).isEqualTo("Hello, Ada!\n");
 * }</pre>
 *
 * <p>Messages wait until the test says so; what a function could not handle is delivered again, then dead-lettered:
 *
 * <pre>{@code
 * functions.queue("orders").send(new Order("o-1", 3));
 * functions.deliverAll();
 * assertThat(functions.queue("orders").deadLetters()).isEmpty();
 * }</pre>
 *
 * <p>So do what happens to stored objects and documents ({@code functions.storage("uploads").put("tom.png", bytes)}), and firings of
 * schedules. The time of a test begins on 1 January 2026 at midnight UTC and goes on only when it is told to:
 * {@code functions.advance(Duration.ofDays(7))}.
 *
 * <p>They run as on a platform that is worse than all: what is sent comes at least once, in any order, and to several instances at
 * once. {@link #withProfile} chooses another one, {@link #withSeed} another turn of events; {@link #timeline} tells what happened.
 * Instances have handlers of their own, but for objects that were given to a registry; requests share one until all are busy.
 */
public final class LocalFunctions {
    private final Setup setup;
    private final LocalHttp http;
    private volatile Version version;
    private volatile @Nullable Sources sources;

    private LocalFunctions(Version version, Setup setup) {
        this.version = version;
        this.setup = setup;
        this.http = new LocalHttp(this, setup.ids());
    }

    static LocalFunctions of(Version version, Setup setup) {
        return new LocalFunctions(version, setup);
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
        return of(Version.of(null, settings), Setup.DEFAULT);
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
        return of(Version.of(index, settings), Setup.DEFAULT);
    }

    /**
     * The same functions on another platform, with queues of their own; HTTP functions keep their handlers.
     *
     * @param name {@code strict}, the worst of all, which is the default; {@code aws}, {@code azure} or {@code gcp}; or {@code calm}, where
     *     everything comes once and in order, and all functions share one instance, that of the HTTP functions
     * @return the functions
     * @throws dev.aloft.AloftException with code ALOFT-140 if there is no such profile
     */
    public LocalFunctions withProfile(String name) {
        return withProfile(Profile.named(name));
    }

    /**
     * The same functions on a platform of other rules, for example {@code Profile.named("aws").with("queue.attempts", "3")}.
     *
     * @param profile the rules
     * @return the functions, with queues of their own
     */
    public LocalFunctions withProfile(Profile profile) {
        return with(new Setup(profile.name(), profile, setup.seed(), setup.start(), setup.recorder()));
    }

    /**
     * The same functions with another turn of events. The same seed and the same calls give the same {@link #timeline}.
     *
     * @param seed any number; the default is 1
     * @return the functions, with queues of their own
     */
    public LocalFunctions withSeed(long seed) {
        return with(new Setup(setup.profileName(), setup.given(), seed, setup.start(), setup.recorder()));
    }

    /**
     * The same functions, whose messages are dead-lettered after another number of attempts than the profile's.
     *
     * @param attempts how often a message is delivered at most, at least once
     * @return the functions, with queues of their own
     */
    public LocalFunctions withAttempts(int attempts) {
        return withProfile(setup.profile().withAttempts(attempts));
    }

    /**
     * The same functions, whose time begins at another moment than 1 January 2026 at midnight UTC.
     *
     * @param time the moment, for example one before a daylight-saving change; to the millisecond
     * @return the functions, with queues of their own
     */
    public LocalFunctions startingAt(Instant time) {
        return with(new Setup(setup.profileName(), setup.given(), setup.seed(), time, setup.recorder()));
    }

    /**
     * The same functions, each invocation of which becomes a file: the newest 1,000, see {@code docs/recordings.md}.
     *
     * @param folder where to; it is made if it is not there
     * @param redaction what the files must not keep, for example {@code Redaction.standard().and("iban")}
     * @return the functions, with queues of their own
     * @throws dev.aloft.AloftException with code ALOFT-169 if the folder cannot be used
     */
    public LocalFunctions recordingTo(Path folder, Redaction redaction) {
        Recorder recorder = new Recorder(folder, redaction).open(List.of());
        return with(new Setup(setup.profileName(), setup.given(), setup.seed(), setup.start(), recorder));
    }

    /**
     * Invokes the function of a recording with what it got then, once, whatever the profile. A native event goes through the adapter
     * of its platform.
     *
     * @param recording what to replay
     * @return what became of it now
     * @throws dev.aloft.AloftException if there is no such function (ALOFT-167), no adapter (ALOFT-168), or the event is none for it
     *     (ALOFT-204)
     */
    public Replayed replay(Recording recording) {
        return new Replay(version, Console.quiet()).run(recording);
    }

    LocalFunctions with(Setup other) {
        return of(version, other);
    }

    /** A client for the HTTP functions, without a socket. */
    public LocalHttp http() {
        return http;
    }

    /**
     * {@return a queue that a function declares}
     *
     * @param name the logical name, as in the trigger
     * @throws dev.aloft.AloftException if no function declares it (ALOFT-123) or several do (ALOFT-124)
     */
    public LocalQueue queue(String name) {
        return new LocalQueue(sources().require(Kind.QUEUE, name));
    }

    /**
     * {@return a topic that one or more functions declare}
     *
     * @param name the logical name, as in the trigger
     * @throws dev.aloft.AloftException with code ALOFT-123 if no function declares it
     */
    public LocalTopic topic(String name) {
        return new LocalTopic(sources().require(Kind.TOPIC, name));
    }

    /**
     * {@return a stream that one or more functions declare}
     *
     * @param name the logical name, as in the trigger
     * @throws dev.aloft.AloftException with code ALOFT-123 if no function declares it
     */
    public LocalStream stream(String name) {
        return new LocalStream(sources().require(Kind.STREAM, name));
    }

    /**
     * {@return a bucket that one or more functions declare}
     *
     * @param name the logical name, as in the trigger
     * @throws dev.aloft.AloftException with code ALOFT-123 if no function declares it
     */
    public LocalStorage storage(String name) {
        return sources().bucket(name);
    }

    /**
     * {@return the schedule of a function}
     *
     * @param function the function's name, for example {@code clean-up}
     * @throws dev.aloft.AloftException with code ALOFT-123 if there is no such function with a schedule
     */
    public LocalSchedule schedule(String function) {
        return sources().schedule(function);
    }

    /**
     * {@return a table or collection that one or more functions declare}
     *
     * @param name the logical name, as in the trigger
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
     * Delivers until nothing waits any more, what functions send meanwhile included, each to as many instances at once as the
     * profile has.
     *
     * <p>What fails is delivered again as often as the profile says, then dead-lettered. Delays between attempts let the time go on, but
     * nobody waits for them. Schedules whose time passes meanwhile are left out. An interrupt ends it; the next call goes on.
     *
     * @throws dev.aloft.AloftException with code ALOFT-143 if functions send to each other without end
     */
    public void deliverAll() {
        sources().platform().engine().deliverAll();
    }

    /**
     * Lets time go on, from one thing that is due to the next: schedules fire by their cron expression and zone, what failed is
     * delivered again, each at its time. What is due at the very end is begun, and still at work until time goes on. An interrupt ends it.
     *
     * @param time how much, for example {@code Duration.ofDays(1)}
     * @throws dev.aloft.AloftException with code ALOFT-134 if it is negative
     */
    public void advance(Duration time) {
        sources().timetable().advance(time);
    }

    /**
     * Lets a function take that long, without waiting: in place of {@code Thread.sleep} in what a test puts in the place of a slow
     * service. The time goes by when the function has returned.
     *
     * @param time how long
     * @throws InterruptedException if the function takes longer than the platform gives it, which counts as a timeout
     * @throws IllegalStateException if it is not a function's thread that calls
     */
    public void spend(Duration time) throws InterruptedException {
        Call.spendHere(time);
    }

    /** What time it is for the functions; the machine's while a {@link LocalServer} runs. */
    public Instant now() {
        return Instant.ofEpochMilli(sources().platform().now());
    }

    /**
     * Delivers all dead letters again, as if they were sent now.
     *
     * @return how many they are
     */
    public int redrive() {
        return sources().platform().redrive(sources().names(), null);
    }

    /**
     * What has become of the messages, events and requests of one function: {@code functions.outcomes("ship-order").handled()}.
     *
     * @param function its name
     * @return the outcomes up to now
     * @throws dev.aloft.AloftException with code ALOFT-123 if there is no such function
     */
    public Outcomes outcomes(String function) {
        LocalErrors.requireFunction(function, definitions());
        return Outcomes.of(timeline().steps(), function);
    }

    /** What happened, with the profile and the seed, for {@code assertThat(…).as(functions.timeline().text())}. */
    public Timeline timeline() {
        return sources().platform().engine().timeline();
    }

    /** Made on first use, since an application without messages needs none. */
    synchronized Sources sources() {
        Sources made = sources;
        if (made == null) {
            made = Sources.of(this::version, setup);
            sources = made;
        }
        return made;
    }

    /** Whether nothing around the functions is there yet, and a request need not wait for it, since it would meet no limits. */
    boolean isBare() {
        return sources == null && setup.isCalm();
    }

    /** What the application serves, in the index's order. */
    public List<FunctionDefinition> definitions() {
        return version.functions();
    }

    @Nullable
    Recorder recorder() {
        return setup.recorder();
    }

    Version version() {
        return version;
    }

    /** Goes on with other classes. @return whether queues and the like stay, with what waits there */
    synchronized boolean switchTo(Version next) {
        boolean same = next.hasSourcesOf(version);
        version = next;
        Sources its = sources;
        if (its != null && same) {
            its.retire();
        }
        sources = same ? its : null;
        return same;
    }
}
