package dev.aloft.aws;

import dev.aloft.AloftException;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.runtime.FunctionRuntime;
import dev.aloft.runtime.Invocation;
import dev.aloft.runtime.json.JsonReader;
import dev.aloft.runtime.json.JsonWriter;
import dev.aloft.runtime.json.KnownNames;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The way of one event: recognised, read, answered, written in the same dialect. */
final class LambdaRuntime {
    /** For what a reply has beside its body. */
    private static final int ENVELOPE = 320;

    private final FunctionRuntime functions;
    /** Null if nothing is set: what only answers HTTP does not load it. */
    private final @Nullable LambdaSettings settings;

    private final KnownNames names = NativeEvent.names();
    private volatile boolean warned;
    /** Made when the first one comes: what only answers HTTP does not load it. */
    private volatile @Nullable LambdaMessages messages;

    LambdaRuntime(FunctionRuntime functions, @Nullable LambdaSettings settings) {
        this.functions = functions;
        this.settings = settings;
    }

    static LambdaRuntime start(Map<String, String> environment) {
        boolean set = environment.containsKey("ALOFT_PARTIAL_BATCH") || environment.containsKey("ALOFT_SNS_RAW");
        return new LambdaRuntime(
                FunctionRuntime.start("aws", environment), set ? LambdaSettings.of(environment) : null);
    }

    /** The finished reply to an event. */
    JsonWriter handle(byte[] payload, Invocation invocation) {
        HttpMapper mapper = NativeEvent.likelyMapper(payload);
        HttpRequest request = mapper == null ? null : readIfOwn(mapper, payload);
        if (mapper == null && LambdaMessages.isLikely(payload)) {
            JsonWriter reply = messages().handleLikely(payload, invocation);
            if (reply != null) {
                return reply;
            }
        }
        if (mapper == null || request == null) {
            mapper = NativeEvent.mapper(payload);
            request = mapper == null ? null : mapper.read(new JsonReader(payload, names));
        }
        return mapper == null || request == null
                ? messages().handle(payload, invocation)
                : answer(mapper, request, invocation);
    }

    private JsonWriter answer(HttpMapper mapper, HttpRequest request, Invocation invocation) {
        HttpResponse response = functions.http(request, invocation);
        warn(mapper.warning(response), invocation);
        return reply(mapper, response, invocation);
    }

    private LambdaMessages messages() {
        LambdaMessages made = messages;
        if (made == null) {
            made = new LambdaMessages(functions, settings == null ? LambdaSettings.NOTHING_SET : settings);
            messages = made;
        }
        return made;
    }

    /** A guess may be wrong, so its failure does not count; the second reading throws it again if it is true. */
    private @Nullable HttpRequest readIfOwn(HttpMapper mapper, byte[] payload) {
        try {
            return mapper.read(new JsonReader(payload, names));
        } catch (AloftException guessedWrong) {
            return null;
        }
    }

    private JsonWriter reply(HttpMapper mapper, HttpResponse response, Invocation invocation) {
        int body = response.body().length();
        if (body > mapper.limit()) {
            return written(mapper, functions.tooLarge(body, mapper.limit(), invocation));
        }
        JsonWriter reply = written(mapper, response);
        return reply.size() <= mapper.limit()
                ? reply
                : written(mapper, functions.tooLarge(reply.size(), mapper.limit(), invocation));
    }

    private static JsonWriter written(HttpMapper mapper, HttpResponse response) {
        JsonWriter json = new JsonWriter(response.body().length() + ENVELOPE);
        mapper.write(response, json);
        return json;
    }

    /** About once per execution environment: what the dialect loses is a matter of the deployment. */
    private void warn(@Nullable String warning, Invocation invocation) {
        if (warning != null && !warned) {
            warned = true;
            invocation.log(System.Logger.Level.WARNING, warning);
        }
    }
}
