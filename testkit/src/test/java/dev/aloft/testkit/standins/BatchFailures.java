package dev.aloft.testkit.standins;

import dev.aloft.runtime.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a partial response names.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html">partial batch responses</a>
 */
final class BatchFailures {
    private BatchFailures() {}

    /** The identifiers in {@code {"batchItemFailures":[{"itemIdentifier":"m-1"}]}}. */
    static Set<String> of(String reply) {
        Set<String> failed = new LinkedHashSet<>();
        JsonReader json = new JsonReader(reply.getBytes(StandardCharsets.UTF_8));
        json.beginObject();
        while (json.hasNext()) {
            if (!json.name().equals("batchItemFailures")) {
                throw new IllegalStateException("no partial response: " + reply);
            }
            json.beginArray();
            while (json.hasNext()) {
                json.beginObject();
                while (json.hasNext()) {
                    json.name();
                    failed.add(json.string());
                }
                json.endObject();
            }
            json.endArray();
        }
        json.endObject();
        json.end();
        return failed;
    }
}
