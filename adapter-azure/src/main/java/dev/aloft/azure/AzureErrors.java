package dev.aloft.azure;

import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import dev.aloft.spi.FunctionDefinition;
import org.jspecify.annotations.Nullable;

/** What can go wrong between Azure and a function. */
final class AzureErrors {
    private static final String HIDDEN_BYTES =
            "This version of the Azure worker does not show the bytes of a request body, only a text made of them.";

    private static final String MESSAGE = "message";

    static final String HIDDEN_BYTES_WARNING =
            "ALOFT-206 " + HIDDEN_BYTES + " Bodies that are text are not concerned. This is logged once.";

    static final String LOST_COOKIES =
            "ALOFT-412 The response has several Set-Cookie headers; Azure sends one, so only the first was kept. Set one cookie per"
                    + " response. This is logged once.";

    static final String HIDDEN_IDS_WARNING =
            "ALOFT-220 The Azure host or worker does not show what tells this message from others. Its id is made of a digest of its"
                    + " content, so messages with the same content have the same id. Use a version of Aloft that knows this"
                    + " worker. This is logged once.";

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

    static AloftException noRequestExpected(FunctionDefinition function) {
        return new AloftException(
                Kind.NATIVE_EVENT,
                "ALOFT-204",
                "Function " + function.name() + " expects "
                        + function.binding().expects()
                        + " but got azure:http (a request to AzureEntryPoint.http). Let its function.json name the entry point for"
                        + " its trigger; the annotation processor writes it so.");
    }

    static AloftException noMessage(String what) {
        return new AloftException(
                Kind.NATIVE_EVENT,
                "ALOFT-221",
                "The Azure worker handed over " + what + ". The function.json must have the binding \"" + MESSAGE
                        + "\" with the dataType that the annotation processor writes.");
    }

    /** The event's own texts are the sender's, so they are not repeated. */
    static AloftException noEvent(String what) {
        return new AloftException(
                Kind.NATIVE_EVENT,
                "ALOFT-222",
                "What came from Event Grid is no event: " + what
                        + ". Allowed: the Event Grid schema or CloudEvents 1.0, one event per invocation (cardinality one).");
    }

    static AloftException badMetadata(String name, @Nullable Throwable cause) {
        return new AloftException(
                Kind.NATIVE_EVENT,
                "ALOFT-223",
                "The trigger metadata " + name
                        + " is not what the Azure host writes. The binding must have dataType binary, so that no message can"
                        + " overwrite it; otherwise use a version of Aloft that knows this host.",
                cause);
    }

    /** An event of Azure Storage or a blob's metadata. */
    static AloftException noObject(String what, @Nullable Throwable cause) {
        return new AloftException(
                Kind.NATIVE_EVENT,
                "ALOFT-250",
                "The event of Azure Storage has " + what
                        + ", so what happened to which blob cannot be told. Compare what sends it with the schema of Blob Storage"
                        + " events; if Azure has changed that, use a version of Aloft that knows it.",
                cause);
    }

    static AloftException noFiring(String what) {
        return new AloftException(
                Kind.NATIVE_EVENT,
                "ALOFT-251",
                "What came through AzureEntryPoint.timer is no firing of a timer: " + what
                        + " The function.json must be the one that the annotation processor writes; if Azure has changed what its"
                        + " timer says, use a version of Aloft that knows it.");
    }

    /** The content is the user's, so it is not repeated. */
    static AloftException noChange(boolean sql, String what, @Nullable Throwable cause) {
        return new AloftException(
                Kind.NATIVE_EVENT,
                "ALOFT-252",
                "What came through AzureEntryPoint." + (sql ? "sql" : "cosmosDb") + " cannot be read as changes: "
                        + what
                        + " Allowed: an array of "
                        + (sql ? "objects with Operation (0, 1 or 2) and Item" : "documents with id and _etag")
                        + ", as the trigger sends it. The function.json must be the one that the annotation processor writes.",
                cause);
    }
}
