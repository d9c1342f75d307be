package dev.aloft.aws;

import dev.aloft.runtime.FunctionRuntime;
import dev.aloft.runtime.Invocation;
import dev.aloft.runtime.NativePayload;
import dev.aloft.runtime.NativeReplay;
import dev.aloft.runtime.json.JsonReader;
import java.util.Map;

/** Replays what a Lambda function got: {@code java -jar app.jar replay recording.json}. The event is the body. */
public final class ReplayEntryPoint implements NativeReplay {
    /** Created where a recording is replayed. */
    public ReplayEntryPoint() {}

    @Override
    public int replay(
            NativePayload payload, FunctionRuntime functions, Map<String, String> settings, Invocation invocation) {
        LambdaRuntime runtime = new LambdaRuntime(functions, settings);
        return status(new JsonReader(runtime.handle(payload.body(), invocation).toByteArray()));
    }

    /** Answers to HTTP events have a status, others have none. */
    private static int status(JsonReader reply) {
        int status = 0;
        if (reply.isObject()) {
            reply.beginObject();
            while (reply.hasNext()) {
                if (reply.name().equals("statusCode")) {
                    status = (int) reply.int64();
                } else {
                    reply.skip();
                }
            }
        }
        return status;
    }
}
