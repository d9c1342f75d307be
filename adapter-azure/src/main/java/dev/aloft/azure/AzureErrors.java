package dev.aloft.azure;

import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import org.jspecify.annotations.Nullable;

/** What can go wrong between Azure and a function. */
final class AzureErrors {
    private static final String HIDDEN_BYTES =
            "This version of the Azure worker does not show the bytes of a request body, only a text made of them.";

    static final String HIDDEN_BYTES_WARNING =
            "ALOFT-206 " + HIDDEN_BYTES + " Bodies that are text are not concerned. This is logged once.";

    static final String LOST_COOKIES =
            "ALOFT-412 The response has several Set-Cookie headers; Azure sends one, so only the first was kept. Set one cookie per"
                    + " response. This is logged once.";

    private AzureErrors() {}

    /** Made anew for each invocation, so that its stack trace is that invocation's; the first failure is the cause. */
    static AloftException notStarted(@Nullable Throwable failure) {
        if (failure instanceof AloftException coded) {
            return new AloftException(coded.kind(), coded.code(), coded.reason(), coded);
        }
        return new AloftException(
                Kind.CONFIGURATION,
                "ALOFT-114",
                "The application cannot start: " + failure + ". See the cause, and deploy again.",
                failure);
    }

    static AloftException noUrl() {
        return new AloftException(
                Kind.NATIVE_EVENT, "ALOFT-203", "The Azure worker handed over a request without a readable URL.");
    }

    static AloftException hiddenBytes() {
        return new AloftException(
                Kind.NATIVE_EVENT,
                "ALOFT-206",
                HIDDEN_BYTES
                        + " This body cannot be handed over unharmed. Use a version of Aloft that knows this worker.");
    }

    static AloftException damagedBody(String contentType) {
        return new AloftException(
                Kind.PAYLOAD,
                "ALOFT-310",
                "The bytes of the body are not certain: Azure reads every body as UTF-8 text whose Content-Type is not"
                        + " application/octet-stream or multipart, and this one is not UTF-8, has U+FFFD, or has a length"
                        + " that UTF-16 has too. Send it with one of these"
                        + (contentType.isEmpty() ? "" : " instead of " + contentType)
                        + ", or UTF-8 text without U+FFFD with charset=utf-8.");
    }

    static AloftException lostChunks() {
        return new AloftException(
                Kind.PAYLOAD,
                "ALOFT-311",
                "The body was sent in chunks, and Azure drops such a body. Send it with a Content-Length.");
    }
}
