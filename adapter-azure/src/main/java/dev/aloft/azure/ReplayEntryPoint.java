package dev.aloft.azure;

import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import dev.aloft.runtime.DeliveryResult;
import dev.aloft.runtime.FunctionRuntime;
import dev.aloft.runtime.Invocation;
import dev.aloft.runtime.NativePayload;
import dev.aloft.runtime.NativeReplay;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Replays what Azure's host handed over: {@code java -jar app.jar replay recording.json}. The entry is a method of
 * {@link AzureEntryPoint}, {@code storageQueue} for example, and the fields are the trigger's metadata; or it is a request.
 */
public final class ReplayEntryPoint implements NativeReplay {
    /** Created where a recording is replayed. */
    public ReplayEntryPoint() {}

    @Override
    public int replay(
            NativePayload payload, FunctionRuntime functions, Map<String, String> settings, Invocation invocation) {
        AzureApplication application = new AzureApplication(functions, FunctionTimeout.of(settings));
        if (payload.isRequest()) {
            String named = payload.function().isEmpty() ? AzureApplication.UNMATCHED : payload.function();
            return application.http(named, payload.request(), invocation).status();
        }
        replay(payload, new Replayed(payload, invocation, application));
        return 0;
    }

    private static void replay(NativePayload payload, AzureInvocation invocation) {
        byte[] body = payload.body();
        String text = new String(body, StandardCharsets.UTF_8);
        switch (payload.entry()) {
            case "storageQueue" -> MessageEntryPoint.storageQueue(body, invocation);
            case "serviceBus" -> MessageEntryPoint.serviceBus(body, invocation);
            case "eventHubs" -> MessageEntryPoint.eventHubs(new byte[][] {body}, invocation);
            case "kafka" -> MessageEntryPoint.kafka(body, invocation);
            case "eventGrid" -> MessageEntryPoint.eventGrid(text, invocation);
            case "storage" -> MessageEntryPoint.storage(text, invocation);
            case "blob" -> MessageEntryPoint.blob(body, invocation);
            case "timer" -> MessageEntryPoint.timer(text, invocation);
            case "cosmosDb" -> MessageEntryPoint.changes(false, text, invocation);
            case "sql" -> MessageEntryPoint.changes(true, text, invocation);
            default ->
                throw new AloftException(
                        Kind.CONFIGURATION,
                        "ALOFT-168",
                        "Nothing in this jar replays the entry " + payload.entry()
                                + " of azure. It is a method of dev.aloft.azure.AzureEntryPoint, or a request as in POST /orders.");
        }
    }

    private static final class Replayed extends AzureInvocation {
        private final NativePayload payload;
        private final Invocation invocation;

        Replayed(NativePayload payload, Invocation invocation, AzureApplication application) {
            super(null, application);
            this.payload = payload;
            this.invocation = invocation;
        }

        @Override
        String functionName() {
            return payload.function();
        }

        @Override
        @Nullable
        String metadata(String name) {
            return payload.fields().first(name).orElse(null);
        }

        @Override
        public String id() {
            return invocation.id();
        }

        @Override
        public void begins(String functionName, boolean coldStart) {
            invocation.begins(functionName, coldStart);
        }

        @Override
        public void delivered(DeliveryResult result) {
            invocation.delivered(result);
        }

        @Override
        public void log(System.Logger.Level level, String text) {
            invocation.log(level, text);
        }
    }
}
