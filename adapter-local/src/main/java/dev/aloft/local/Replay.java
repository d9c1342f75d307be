package dev.aloft.local;

import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import dev.aloft.HttpResponse;
import dev.aloft.local.recording.RecordedItem;
import dev.aloft.local.recording.Recording;
import dev.aloft.local.recording.Result;
import dev.aloft.runtime.DeliveryItem;
import dev.aloft.runtime.DeliveryResult;
import dev.aloft.runtime.FunctionRuntime;
import dev.aloft.runtime.Invocation;
import dev.aloft.runtime.NativePayload;
import dev.aloft.runtime.NativeReplay;
import dev.aloft.runtime.SelectedFunction;
import dev.aloft.spi.FunctionDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Invokes functions with what was recorded: neutral events as the engine does, native ones through the adapter of their platform. */
final class Replay {
    private final Version version;
    private final Console console;

    Replay(Version version, Console console) {
        this.version = version;
        this.console = console;
    }

    Replayed run(Recording recording) {
        NativePayload payload = recording.payload().orElse(null);
        Told told = new Told(console, payload == null ? null : payload.body());
        if (payload != null) {
            List<Result> results = replay(payload, recording, told);
            return new Replayed(recording, told.function, results, null);
        }
        FunctionDefinition function = definition(recording.function());
        if (recording.request().isPresent()) {
            HttpResponse response = version.runtime().http(recording.request().get(), told);
            List<Result> results = List.of(Result.answered(response.status()));
            return new Replayed(recording, told.function, results, response);
        }
        deliver(function, recording.items(), told);
        return new Replayed(recording, function.name(), told.results, null);
    }

    private FunctionDefinition definition(String name) {
        List<String> names = new ArrayList<>();
        for (FunctionDefinition function : version.functions()) {
            if (function.name().equalsIgnoreCase(name)) {
                return function;
            }
            names.add(function.name());
        }
        throw new AloftException(
                Kind.CONFIGURATION,
                "ALOFT-167",
                "The recording is of function " + Console.printable(name) + ", which is not here. There are: " + names
                        + ". Replay it with the application that it was recorded of, or change the recording's function.");
    }

    private void deliver(FunctionDefinition function, List<RecordedItem> recorded, Told told) {
        List<DeliveryItem> items = new ArrayList<>(recorded.size());
        for (RecordedItem item : recorded) {
            items.add(FunctionTarget.item(item.content(), item.group()));
        }
        FunctionRuntime runtime = version.runtime();
        SelectedFunction selected = runtime.select(
                function.name(), FunctionTarget.origin(function, recorded.get(0).content()));
        try {
            runtime.deliver(selected, items, told);
        } catch (Throwable failure) {
            while (told.results.size() < items.size()) {
                told.results.add(Result.thrown("failed", failure));
            }
        }
    }

    static List<Result> results(DeliveryResult result) {
        List<Result> results = new ArrayList<>(result.size());
        for (int i = 0; i < result.size(); i++) {
            Throwable failure = result.failure(i);
            results.add(
                    failure != null
                            ? Result.thrown(result.isRejected(i) ? "rejected" : "failed", failure)
                            : new Result(result.isDone(i) ? "handled" : "not-tried", 0, "", ""));
        }
        return results;
    }

    private List<Result> replay(NativePayload payload, Recording recording, Told told) {
        NativeReplay adapter = adapter(recording.provider());
        FunctionRuntime runtime = version.startAs(recording.provider());
        if (!recording.function().isEmpty()) {
            runtime = runtime.narrowedTo(definition(recording.function()).name());
        }
        try {
            int status = adapter.replay(payload, runtime, version.settings(), told);
            if (status > 0) {
                told.results.add(Result.answered(status));
            }
        } catch (Throwable failure) {
            // That some messages are not done is what their results say already.
            if (!(failure instanceof AloftException coded && coded.code().equals("ALOFT-420"))) {
                told.results.add(Result.thrown("failed", failure));
            }
        }
        return told.results;
    }

    private static NativeReplay adapter(String provider) {
        ClassLoader loader = Replay.class.getClassLoader();
        try (InputStream file = loader.getResourceAsStream("META-INF/aloft/replay/" + provider)) {
            if (file == null) {
                throw notReplayed(provider, null);
            }
            String name = new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
            return Class.forName(name, true, loader)
                    .asSubclass(NativeReplay.class)
                    .getConstructor()
                    .newInstance();
        } catch (IOException | ReflectiveOperationException | ClassCastException | LinkageError e) {
            throw notReplayed(provider, e);
        }
    }

    private static AloftException notReplayed(String provider, @Nullable Throwable cause) {
        return new AloftException(
                Kind.CONFIGURATION,
                "ALOFT-168",
                "Nothing in this jar replays native events of " + provider + ". Add dev.aloft:aloft-" + provider
                        + " to the class path, or dev.aloft:aloft, which brings all adapters.",
                cause);
    }

    /** Remembers what it is told. */
    private static final class Told implements Invocation {
        private final Console console;
        private final byte @Nullable [] event;
        private final List<Result> results = new ArrayList<>();
        private String function = "";

        Told(Console console, byte @Nullable [] event) {
            this.console = console;
            this.event = event;
        }

        @Override
        public String id() {
            return "replay";
        }

        @Override
        public byte @Nullable [] nativeEvent() {
            return event;
        }

        @Override
        public void begins(String name, boolean coldStart) {
            function = name;
        }

        @Override
        public void delivered(DeliveryResult result) {
            results.addAll(results(result));
        }

        @Override
        public void log(System.Logger.Level level, String text) {
            console.failed(level, text);
        }
    }
}
