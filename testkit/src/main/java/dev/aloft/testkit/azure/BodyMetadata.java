package dev.aloft.testkit.azure;

import dev.aloft.runtime.json.JsonException;
import dev.aloft.runtime.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The top-level properties of a body that is a JSON object: the host makes them trigger metadata, all but arrays and null.
 *
 * @see <a href="https://github.com/Azure/azure-functions-host/blob/dev/src/WebJobs.Script/Utility.cs">ApplyBindingData</a>
 */
final class BodyMetadata {
    private BodyMetadata() {}

    static Map<String, RpcData> of(byte[] body) {
        Map<String, RpcData> metadata = new LinkedHashMap<>();
        try {
            JsonReader json = new JsonReader(body);
            json.beginObject();
            while (json.hasNext()) {
                add(json.name(), json, metadata);
            }
            json.endObject();
            json.end();
            return metadata;
        } catch (JsonException e) {
            return Map.of();
        }
    }

    private static void add(String name, JsonReader json, Map<String, RpcData> metadata) {
        switch (json.peek()) {
            case OBJECT -> metadata.put(name, new RpcData.Json(new String(json.raw(), StandardCharsets.UTF_8)));
            case ARRAY, NULL -> json.skip();
            case STRING, NUMBER, BOOLEAN -> metadata.put(name, new RpcData.Text(json.scalar()));
        }
    }
}
