package dev.aloft.testkit.standins;

import java.io.ByteArrayInputStream;
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
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The few calls of a Storage queue that a test makes, with the account that every emulator has.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/storageservices/queue-service-rest-api">Queue service REST API</a>
 * @see <a href="https://learn.microsoft.com/azure/storage/common/storage-connect-azurite">the emulator's account and key</a>
 */
final class StorageQueue {
    private static final String ACCOUNT = "devstoreaccount1";
    private static final String VERSION = "2021-12-02";
    private static final byte[] KEY = Base64.getDecoder()
            .decode("Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==");

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;
    private final String name;

    StorageQueue(int port, String name) {
        this.port = port;
        this.name = name;
    }

    /** A message as Get Messages gives it. */
    record Received(String id, String popReceipt, String text, int dequeueCount, String insertionTime) {}

    void create() throws Exception {
        call("PUT", "/" + name, Map.of(), "");
    }

    /** Sends a message in the encoding that the Functions host expects unless told otherwise. */
    void send(String text) throws Exception {
        sendEncoded(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }

    void sendEncoded(String encoded) throws Exception {
        call(
                "POST",
                "/" + name + "/messages",
                Map.of(),
                "<QueueMessage><MessageText>" + encoded + "</MessageText></QueueMessage>");
    }

    /** Gets messages, which nobody else sees for 30 seconds. */
    List<Received> receive() throws Exception {
        String xml =
                call("GET", "/" + name + "/messages", Map.of("numofmessages", "16", "visibilitytimeout", "30"), "");
        NodeList found = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(
                        xml.strip().replace("\uFEFF", "").getBytes(StandardCharsets.UTF_8)))
                .getElementsByTagName("QueueMessage");
        List<Received> messages = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            Element message = (Element) found.item(i);
            messages.add(new Received(
                    text(message, "MessageId"),
                    text(message, "PopReceipt"),
                    text(message, "MessageText"),
                    Integer.parseInt(text(message, "DequeueCount")),
                    text(message, "InsertionTime")));
        }
        return messages;
    }

    private static String text(Element message, String field) {
        return message.getElementsByTagName(field).item(0).getTextContent();
    }

    void delete(Received message) throws Exception {
        call("DELETE", "/" + name + "/messages/" + message.id(), Map.of("popreceipt", message.popReceipt()), "");
    }

    /** Makes a message visible again at once, as the host does after a failure. */
    void release(Received message) throws Exception {
        call(
                "PUT",
                "/" + name + "/messages/" + message.id(),
                Map.of("popreceipt", message.popReceipt(), "visibilitytimeout", "0"),
                "<QueueMessage><MessageText>" + message.text() + "</MessageText></QueueMessage>");
    }

    private String call(String method, String path, Map<String, String> query, String body)
            throws IOException, InterruptedException, GeneralSecurityException {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        String content = length == 0 ? "\n\n" : length + "\n\napplication/xml";
        String toSign = method + "\n\n\n" + content + "\n\n\n\n\n\n\nx-ms-date:" + date + "\nx-ms-version:" + VERSION
                + "\n/" + ACCOUNT + "/" + ACCOUNT + path + canonical(query);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path, query))
                .header("x-ms-date", date)
                .header("x-ms-version", VERSION)
                .header("authorization", "SharedKey " + ACCOUNT + ":" + signature(toSign))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (length > 0) {
            request.header("content-type", "application/xml");
        }
        HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(
                    method + " " + path + " was answered " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }

    private URI uri(String path, Map<String, String> query) {
        String encoded = query.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return URI.create("http://127.0.0.1:" + port + "/" + ACCOUNT + path + (encoded.isEmpty() ? "" : "?" + encoded));
    }

    private static String canonical(Map<String, String> query) {
        return new TreeMap<>(query)
                .entrySet().stream()
                        .map(entry -> "\n" + entry.getKey() + ":" + entry.getValue())
                        .collect(Collectors.joining());
    }

    private static String signature(String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
