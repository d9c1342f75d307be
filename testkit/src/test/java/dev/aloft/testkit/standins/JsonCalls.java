package dev.aloft.testkit.standins;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** Calls of an AWS service whose protocol is JSON 1.0, at a stand-in on this machine. */
final class JsonCalls {
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI endpoint;
    private final String authorization;

    /** @param service for example {@code dynamodb} */
    JsonCalls(int port, String service) {
        this.endpoint = URI.create("http://127.0.0.1:" + port + "/");
        // A stand-in may want to know the account and the region, but checks no signature.
        this.authorization = "AWS4-HMAC-SHA256 Credential=local/20260710/eu-central-1/" + service
                + "/aws4_request, SignedHeaders=host;x-amz-date, Signature=0";
    }

    /**
     * What the service answers.
     *
     * @param target for example {@code AmazonSQS.SendMessage}
     */
    byte[] call(String target, byte[] body) {
        HttpRequest request = HttpRequest.newBuilder(endpoint)
                .header("authorization", authorization)
                .header("content-type", "application/x-amz-json-1.0")
                .header("x-amz-target", target)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(target + " was answered " + response.statusCode() + ": "
                        + new String(response.body(), StandardCharsets.UTF_8));
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
