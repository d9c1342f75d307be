package dev.aloft.local;

import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import dev.aloft.Event;
import dev.aloft.HttpResponse;
import dev.aloft.StorageEvent;
import dev.aloft.local.engine.Engine;
import dev.aloft.local.engine.Item;
import dev.aloft.local.engine.Profile;
import dev.aloft.local.engine.Requests;
import dev.aloft.local.engine.SourceKind;
import dev.aloft.local.engine.Subscription;
import dev.aloft.local.engine.Target;
import dev.aloft.runtime.FunctionRuntime;
import dev.aloft.runtime.json.JsonWriter;
import dev.aloft.spi.Binding;
import dev.aloft.spi.ChangeBinding;
import dev.aloft.spi.EventBinding;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.HttpBinding;
import dev.aloft.spi.MessageBinding;
import dev.aloft.spi.ScheduleBinding;
import dev.aloft.spi.SourceBinding;
import dev.aloft.spi.StorageBinding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Everything besides HTTP that the functions declare: queues, topics, streams, buckets, databases, schedules, and the events they take. */
final class Sources {
    private final Platform platform;
    private final List<FunctionDefinition> functions;
    private final List<Source> sources = new ArrayList<>();
    private final Map<String, LocalStorage> buckets = new LinkedHashMap<>();
    private final Map<String, LocalDatabase> databases = new LinkedHashMap<>();
    private final Map<String, LocalSchedule> schedules = new LinkedHashMap<>();
    private final Timetable timetable;
    private final Requests requests;

    private Sources(Platform platform, Profile profile, List<FunctionDefinition> functions, Requests requests) {
        this.platform = platform;
        this.functions = functions;
        this.requests = requests;
        for (FunctionDefinition function : functions) {
            Binding binding = function.binding();
            if (binding instanceof MessageBinding messages && find(messages.kind(), messages.source()) == null) {
                sources.add(new Source(platform, profile, messages, subscribed(messages)));
            } else if (binding instanceof StorageBinding bucket && !buckets.containsKey(bucket.source())) {
                buckets.put(bucket.source(), new LocalStorage(feed(SourceKind.STORAGE, bucket)));
            } else if (binding instanceof ChangeBinding database && !databases.containsKey(database.source())) {
                databases.put(database.source(), new LocalDatabase(feed(SourceKind.CHANGES, database)));
            } else if (binding instanceof ScheduleBinding schedule) {
                String name = function.name();
                Feed feed = new Feed(platform, SourceKind.SCHEDULE, name, List.of(name));
                schedules.put(name, new LocalSchedule(feed, schedule));
            }
        }
        this.timetable = new Timetable(platform, schedules.values());
    }

    /** @param current the version that instances start with, which may be another one each time */
    static Sources of(Supplier<Version> current, Setup setup) {
        Profile profile = setup.profile();
        Engine engine = Engine.of(profile, setup.seed());
        Platform platform = new Platform(engine, setup.start().toEpochMilli());
        List<FunctionDefinition> functions = new ArrayList<>();
        for (FunctionDefinition function : current.get().functions()) {
            if (!(function.binding() instanceof HttpBinding)) {
                functions.add(function);
                subscribe(engine, function, () -> {
                    Version version = current.get();
                    FunctionRuntime runtime = profile.isApart() ? version.startAnother() : version.runtime();
                    return new FunctionTarget(version, runtime, function, platform, setup.ids() + "c");
                });
            }
        }
        return new Sources(
                platform, profile, functions, new Requests(engine, new HttpTarget.Starter(current, platform)));
    }

    private static void subscribe(Engine engine, FunctionDefinition function, Supplier<Target> starter) {
        Binding binding = function.binding();
        SourceKind kind = Source.kind(binding);
        String source = kind == SourceKind.SCHEDULE ? function.name() : "";
        if (binding instanceof SourceBinding named) {
            source = named.source();
        }
        Predicate<Object> takes = content -> takes(binding, content);
        engine.subscribe(new Subscription(function.name(), kind, source, takes), starter);
        if (kind == SourceKind.QUEUE) {
            engine.subscribe(new Subscription(function.name(), SourceKind.FIFO, source, takes), starter);
        }
    }

    /** Whether a function wants to hear of what happens in its source. */
    private static boolean takes(Binding binding, Object content) {
        if (binding instanceof EventBinding events && content instanceof Event event) {
            return events.takes(event.type(), event.source());
        }
        return !(content instanceof StorageEvent event) || binding.takes(StorageBinding.events(event.kind()));
    }

    private Feed feed(SourceKind kind, SourceBinding binding) {
        return new Feed(platform, kind, binding.source(), subscribed(binding));
    }

    private List<String> subscribed(SourceBinding binding) {
        List<String> subscribed = new ArrayList<>(1);
        for (FunctionDefinition function : functions) {
            if (function.binding() instanceof SourceBinding other
                    && Source.kind(other) == Source.kind(binding)
                    && other.source().equals(binding.source())) {
                subscribed.add(function.name());
            }
        }
        return subscribed;
    }

    /** Whether there is no function but for HTTP. */
    boolean isEmpty() {
        return functions.isEmpty();
    }

    Platform platform() {
        return platform;
    }

    /** All functions but those for HTTP. */
    List<String> names() {
        List<String> names = new ArrayList<>(functions.size());
        for (FunctionDefinition function : functions) {
            names.add(function.name());
        }
        return names;
    }

    /** The source of a name; a queue must have exactly one function. */
    Source require(MessageBinding.Kind kind, String name) {
        Source source = find(kind, name);
        if (source == null) {
            throw unknown(SourceKind.valueOf(kind.name()).word(), name);
        }
        return source.requireOneConsumer();
    }

    private @Nullable Source find(MessageBinding.Kind kind, String name) {
        for (Source source : sources) {
            if (source.binding().kind() == kind && source.binding().source().equals(name)) {
                return source;
            }
        }
        return null;
    }

    LocalStorage bucket(String name) {
        return declared("bucket", buckets, name);
    }

    Set<String> buckets() {
        return buckets.keySet();
    }

    LocalDatabase database(String name) {
        return declared("database", databases, name);
    }

    LocalSchedule schedule(String function) {
        return declared("schedule", schedules, function);
    }

    Timetable timetable() {
        return timetable;
    }

    private <S> S declared(String word, Map<String, S> all, String name) {
        S declared = all.get(name);
        if (declared == null) {
            throw unknown(word, name);
        }
        return declared;
    }

    private AloftException unknown(String word, String name) {
        return new AloftException(
                Kind.CONFIGURATION,
                "ALOFT-123",
                "There is no " + word + " named " + printable(name) + ". Declared: " + declared()
                        + ". Use the name that stands in the trigger, or declare it with one.");
    }

    /** For example {@code [queue orders, topic news]}. */
    private List<String> declared() {
        List<String> declared = new ArrayList<>(sources.size());
        for (Source source : sources) {
            declared.add(Source.word(source.binding()) + " " + source.binding().source());
        }
        addDeclared(declared, "bucket ", buckets.keySet());
        addDeclared(declared, "database ", databases.keySet());
        addDeclared(declared, "schedule ", schedules.keySet());
        declared.sort(null);
        return declared;
    }

    private static void addDeclared(List<String> declared, String word, Set<String> names) {
        for (String name : names) {
            declared.add(word + name);
        }
    }

    /** Has whatever comes from now on handled by handlers that start anew. */
    void retire() {
        platform.engine().retire();
        requests.retire();
    }

    /** Has a request answered, in this thread's time; what is sent meanwhile is delivered afterwards. */
    void answer(HttpExchange exchange) {
        platform.now();
        requests.answer(exchange, platform.isLive());
        platform.wake();
    }

    /** Gives an event to each function that takes it. */
    void accept(Event event) {
        boolean taken = false;
        for (FunctionDefinition function : functions) {
            taken |= function.binding() instanceof EventBinding && takes(function.binding(), event);
        }
        if (!taken) {
            throw new AloftException(
                    Kind.CONFIGURATION,
                    "ALOFT-125",
                    "No function takes events of the type " + printable(event.type()) + " from "
                            + printable(event.source()) + ". The functions for events: " + expectations()
                            + ". Change the event, or a function's @EventTrigger.");
        }
        int size = event.data().length();
        platform.send(SourceKind.EVENTS, "", new Item(event.id(), null, event, size));
    }

    private List<String> expectations() {
        List<String> expectations = new ArrayList<>(functions.size());
        for (FunctionDefinition function : functions) {
            if (function.binding() instanceof EventBinding events) {
                expectations.add(function.name() + " (" + events.expects() + ")");
            }
        }
        return expectations;
    }

    private List<String> forEvents() {
        List<String> taking = new ArrayList<>(functions.size());
        for (FunctionDefinition function : functions) {
            if (function.binding() instanceof EventBinding) {
                taking.add(function.name());
            }
        }
        return taking;
    }

    List<DeadEvent<Event>> deadEvents() {
        return DeadEvent.all(platform.letters(forEvents()));
    }

    /** What has become of the events, function by function. */
    HttpResponse eventReport() {
        return platform.report(forEvents(), new JsonWriter(256).beginObject());
    }

    /** A name may be anything, and is shown to the developer. */
    static String printable(String name) {
        StringBuilder safe = new StringBuilder(name.length());
        for (int i = 0; i < name.length() && i < 100; i++) {
            char c = name.charAt(i);
            safe.append(c > ' ' && c < 127 ? c : '?');
        }
        return safe.toString();
    }
}
