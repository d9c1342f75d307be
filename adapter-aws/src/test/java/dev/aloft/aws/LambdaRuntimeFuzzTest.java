package dev.aloft.aws;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.aloft.AloftException;
import dev.aloft.Functions;
import dev.aloft.HttpResponse;
import dev.aloft.runtime.FunctionRuntime;
import dev.aloft.runtime.json.JsonReader;
import java.util.List;
import java.util.Map;

class LambdaRuntimeFuzzTest {
    private final LambdaRuntime runtime = new LambdaRuntime(
            FunctionRuntime.start(
                    "aws",
                    Map.of(),
                    Functions.builder()
                            .http(
                                    "echo",
                                    List.of("GET", "POST"),
                                    "/{path...}",
                                    () -> (request, context) -> HttpResponse.ok()
                                            .withBody(request.body().bytes(), "text/plain"))
                            .build()),
            Map.of());

    @FuzzTest
    void everyPayloadIsAnsweredOrRefused(byte[] payload) {
        byte[] reply;
        try {
            reply = runtime.handle(payload, new RecordingInvocation()).toByteArray();
        } catch (AloftException coded) {
            if (coded.kind() != AloftException.Kind.NATIVE_EVENT) {
                throw coded;
            }
            return;
        }
        JsonReader json = new JsonReader(reply);
        json.beginObject();
        if (!json.name().equals("statusCode")) {
            throw new AssertionError("a reply without status");
        }
    }
}
