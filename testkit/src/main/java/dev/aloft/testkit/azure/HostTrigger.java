package dev.aloft.testkit.azure;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A trigger's value and metadata as the host hands them to the worker.
 *
 * <p>A value that is to be bytes leaves the metadata alone. Of one that is text, the top-level properties of a JSON object replace
 * metadata of the same names, in any case: whoever sends the message decides what its metadata says.
 *
 * @see <a
 *     href="https://github.com/Azure/azure-functions-host/blob/dev/src/WebJobs.Script.Grpc/MessageExtensions/GrpcMessageConversionExtensions.cs">
 *     ToRpc</a>
 * @see <a href="https://github.com/Azure/azure-functions-host/blob/dev/src/WebJobs.Script/Utility.cs">ApplyBindingData</a>
 */
final class HostTrigger {
    /** Whose value is an object or array of .NET, which becomes JSON whatever the binding's dataType and cardinality. */
    private static final Set<String> JSON = Set.of("eventgridtrigger", "timertrigger", "cosmosdbtrigger", "sqltrigger");

    private final AzureTrigger trigger;
    private final BindingJson binding;

    HostTrigger(AzureTrigger trigger, BindingJson binding) {
        this.trigger = trigger;
        this.binding = binding;
    }

    RpcData value() {
        if (JSON.contains(binding.type().toLowerCase(Locale.ROOT))) {
            byte[] json = trigger.values().get(0);
            return json == null ? new RpcData.Unset() : new RpcData.Json(text(json));
        }
        if (trigger.isBatch() != binding.isMany()) {
            throw new UnsupportedOperationException(
                    "A batch is delivered to a binding with the cardinality many, and a single value to one without; other pairs"
                            + " are not reproduced here.");
        }
        return trigger.isBatch() ? batch() : single(trigger.values().get(0));
    }

    private RpcData single(byte @Nullable [] value) {
        if (value == null) {
            return new RpcData.Unset();
        }
        return binding.isBinary() ? new RpcData.Bytes(value) : new RpcData.Text(text(value));
    }

    private RpcData batch() {
        List<byte[]> bytes = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (byte[] value : trigger.values()) {
            if (value != null) {
                bytes.add(value);
                if (value.length > 0) {
                    texts.add(text(value));
                }
            }
        }
        return binding.isBinary() ? new RpcData.ByteArrays(bytes) : new RpcData.Texts(texts);
    }

    Map<String, RpcData> metadata() {
        Map<String, RpcData> metadata = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        metadata.putAll(trigger.metadata());
        if (value() instanceof RpcData.Text text) {
            // The host keeps them in a dictionary without case.
            Map<String, RpcData> forged = BodyMetadata.of(text.value().getBytes(StandardCharsets.UTF_8));
            metadata.putAll(forged);
        }
        return metadata;
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
