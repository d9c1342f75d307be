package dev.aloft.testkit.brokers;

import dev.aloft.AloftException;
import dev.aloft.runtime.json.JsonReader;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an event source mapping of Lambda makes of a function's answer to a batch.
 *
 * @param kind all done, all back, or some back
 * @param back the identifiers that come back, if it is some
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html">success and failure conditions</a>
 */
record BatchVerdict(Kind kind, Set<String> back) {
    static final BatchVerdict ALL_DONE = new BatchVerdict(Kind.ALL_DONE, Set.of());
    static final BatchVerdict ALL_BACK = new BatchVerdict(Kind.ALL_BACK, Set.of());

    enum Kind {
        ALL_DONE,
        SOME_BACK,
        ALL_BACK
    }

    /**
     * @param answer the function's answer
     * @param reported whether the mapping has {@code ReportBatchItemFailures}; otherwise what is returned means nothing
     * @param ids the batch's identifiers
     */
    static BatchVerdict of(Answer answer, boolean reported, Set<String> ids) {
        if (answer.failure() != null) {
            return ALL_BACK;
        }
        if (!reported || answer.reply().length == 0) {
            return ALL_DONE;
        }
        try {
            Set<String> failed = failures(new JsonReader(answer.reply()));
            if (failed == null || !ids.containsAll(failed)) {
                return ALL_BACK;
            }
            return failed.isEmpty() ? ALL_DONE : new BatchVerdict(Kind.SOME_BACK, failed);
        } catch (AloftException notJson) {
            return ALL_BACK;
        }
    }

    /** Null if an identifier is missing or empty. A reply without a list, even a misspelt one, reports nothing. */
    private static @Nullable Set<String> failures(JsonReader json) {
        Set<String> failed = new HashSet<>();
        boolean valid = true;
        if (json.isNull()) {
            json.skip();
        } else {
            json.beginObject();
            while (json.hasNext()) {
                boolean list = json.name().equals("batchItemFailures");
                if (list && !json.isNull()) {
                    valid = readList(json, failed);
                } else {
                    json.skip();
                }
            }
            json.endObject();
        }
        json.end();
        return valid ? failed : null;
    }

    private static boolean readList(JsonReader json, Set<String> failed) {
        boolean valid = true;
        json.beginArray();
        while (json.hasNext()) {
            String id = identifier(json);
            valid &= id != null && !id.isEmpty();
            failed.add(id == null ? "" : id);
        }
        json.endArray();
        return valid;
    }

    private static @Nullable String identifier(JsonReader json) {
        String id = null;
        json.beginObject();
        while (json.hasNext()) {
            if (json.name().equals("itemIdentifier")) {
                id = json.stringOrNull();
            } else {
                json.skip();
            }
        }
        json.endObject();
        return id;
    }
}
