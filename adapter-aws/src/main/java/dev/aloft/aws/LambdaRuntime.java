package dev.aloft.aws;

import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
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
    private final boolean partialBatch;
    private final boolean rawDelivery;
    private final KnownNames names = NativeEvent.names();
    private volatile boolean warned;
    /** Made when the first one comes: what only answers HTTP does not load it. */
    private volatile @Nullable LambdaMessages messages;

    /**
     * @param environment says how messages come: {@code ALOFT_PARTIAL_BATCH} and {@code ALOFT_SNS_RAW}, both {@code on} or {@code off}
     */
    LambdaRuntime(FunctionRuntime functions, Map<String, String> environment) {
        this.functions = functions;
        this.partialBatch = isOn(environment, "ALOFT_PARTIAL_BATCH");
        this.rawDelivery = isOn(environment, "ALOFT_SNS_RAW");
    }

    private static boolean isOn(Map<String, String> environment, String name) {
        String value = environment.get(name);
        if (value == null || value.isBlank() || value.strip().equals("off")) {
            return false;
        }
        if (value.strip().equals("on")) {
            return true;
        }
        throw new AloftException(
                Kind.CONFIGURATION,
                "ALOFT-117",
                "The setting " + name + " is neither on nor off. Change it, or remove it.");
    }

    static LambdaRuntime start(Map<String, String> environment) {
        return new LambdaRuntime(FunctionRuntime.start("aws", environment), environment);
    }

    /** The finished reply to an event. */
    JsonWriter handle(byte[] payload, Invocation invocation) {
        // Lambda interrupts nobody, and has one thread for all invocations: what is left of an earlier one would fail
        // this one.
        Thread.interrupted();
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
            made = new LambdaMessages(functions, partialBatch, rawDelivery);
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
