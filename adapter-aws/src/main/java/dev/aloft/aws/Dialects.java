package dev.aloft.aws;

import dev.aloft.runtime.json.JsonReader;
import org.jspecify.annotations.Nullable;

/** Chooses the mapper for an event. */
final class Dialects {
    private Dialects() {}

    /** Guesses by how AWS begins its events, so that they are read once only; whether it is true the mapper finds out. */
    static @Nullable HttpMapper likely(byte[] payload) {
        if (begins(payload, "{\"version\":\"2.0\",\"routeKey\":")) {
            return new HttpApiV2Mapper();
        }
        if (begins(payload, "{\"resource\":\"/") || begins(payload, "{\"version\":\"1.0\",\"resource\":\"/")) {
            return new RestApiV1Mapper();
        }
        return begins(payload, "{\"requestContext\":{\"elb\":{") ? new AlbMapper() : null;
    }

    private static boolean begins(byte[] payload, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (i == payload.length || payload[i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Decides by all marks of the event; null if it is not of one HTTP dialect. */
    static @Nullable HttpMapper certain(byte[] payload) {
        NativeEvent event = NativeEvent.of(new JsonReader(payload));
        if (event.isHttpApi()) {
            return new HttpApiV2Mapper();
        }
        if (event.isRestApi()) {
            return new RestApiV1Mapper();
        }
        return event.isLoadBalancer() ? new AlbMapper() : null;
    }
}
