package dev.aloft.testkit.standins;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signed calls with the account that every emulator has.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/storageservices/authorize-with-shared-key">Shared Key</a>
 * @see <a href="https://learn.microsoft.com/azure/storage/common/storage-connect-azurite">the emulator's account and key</a>
 */
final class StorageAccount {
    private static final String NAME = "devstoreaccount1";
    private static final String VERSION = "2021-12-02";
    private static final byte[] KEY = Base64.getDecoder()
            .decode("Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==");

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;

    StorageAccount(int port) {
        this.port = port;
    }

    /**
     * What is asked for.
     *
     * @param path percent-encoded, from the queue or container on
     * @param headers those whose names start with {@code x-ms-}
     * @param contentType empty where there is no body
     */
    record Call(
            String method,
            String path,
            Map<String, String> query,
            Map<String, String> headers,
            String contentType,
            byte[] body) {
        Call(String method, String path, Map<String, String> query) {
            this(method, path, query, Map.of(), "", new byte[0]);
        }
    }

    /** The answer, which is a success. */
    HttpResponse<byte[]> answer(Call call) throws IOException, InterruptedException, GeneralSecurityException {
        Map<String, String> headers = new TreeMap<>(call.headers());
        headers.put("x-ms-date", DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)));
        headers.put("x-ms-version", VERSION);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(call))
                .header("authorization", "SharedKey " + NAME + ":" + signature(toSign(call, headers)))
                .method(call.method(), HttpRequest.BodyPublishers.ofByteArray(call.body()));
        headers.forEach(request::header);
        if (!call.contentType().isEmpty()) {
            request.header("content-type", call.contentType());
        }
        HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(call.method() + " " + call.path() + " was answered " + response.statusCode()
                    + ": " + new String(response.body(), StandardCharsets.UTF_8));
        }
        return response;
    }

    private static String toSign(Call call, Map<String, String> headers) {
        int length = call.body().length;
        return call.method() + "\n\n\n" + (length == 0 ? "" : length) + "\n\n" + call.contentType() + "\n\n\n\n\n\n\n"
                + lines(headers).substring(1) + "\n/" + NAME + "/" + NAME + call.path() + lines(call.query());
    }

    private static String lines(Map<String, String> fields) {
        return new TreeMap<>(fields)
                .entrySet().stream()
                        .map(field -> "\n" + field.getKey() + ":" + field.getValue())
                        .collect(Collectors.joining());
    }

    private URI uri(Call call) {
        String query = call.query().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return URI.create("http://127.0.0.1:" + port + "/" + NAME + call.path() + (query.isEmpty() ? "" : "?" + query));
    }

    private static String signature(String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
