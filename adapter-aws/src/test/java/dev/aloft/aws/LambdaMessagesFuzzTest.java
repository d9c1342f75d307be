package dev.aloft.aws;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.aloft.AloftException;
import dev.aloft.runtime.json.JsonReader;
import dev.aloft.spi.MessageBinding.Kind;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Whatever bytes come: what is acknowledged was handed over, all else fails with a code. */
class LambdaMessagesFuzzTest {
    private final List<MessageFunctions> functions = List.of(
            MessageFunctions.of(Kind.QUEUE, "ALOFT_PARTIAL_BATCH", "on"),
            MessageFunctions.of(Kind.TOPIC),
            MessageFunctions.of(Kind.STREAM),
            MessageFunctions.events(),
            MessageFunctions.storage("ALOFT_PARTIAL_BATCH", "on"),
            MessageFunctions.schedule(),
            MessageFunctions.changes((change, context) -> {}, "ALOFT_PARTIAL_BATCH", "on"));

    @FuzzTest
    void everyPayloadIsHandedOverOrRefused(byte[] payload) {
        String event = new String(payload, StandardCharsets.UTF_8);
        for (MessageFunctions function : functions) {
            function.forget();
            check(function, event);
        }
    }

    private static void check(MessageFunctions function, String event) {
        String reply;
        try {
            reply = function.handle(event);
        } catch (AloftException coded) {
            if (coded.kind() == AloftException.Kind.NATIVE_EVENT || coded.code().equals("ALOFT-420")) {
                return;
            }
            throw coded;
        }
        JsonReader json = new JsonReader(reply.getBytes(StandardCharsets.UTF_8));
        json.skip();
        json.end();
        boolean trial = event.contains("TestEvent");
        if (!function.wasCalled() && !trial && !reply.contains("itemIdentifier")) {
            throw new AssertionError("acknowledged although nobody got it");
        }
    }
}
