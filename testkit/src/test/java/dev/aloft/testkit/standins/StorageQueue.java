package dev.aloft.testkit.standins;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The few calls of a Storage queue that a test makes.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/storageservices/queue-service-rest-api">Queue service REST API</a>
 */
final class StorageQueue {
    private final StorageAccount account;
    private final String name;

    StorageQueue(int port, String name) {
        this.account = new StorageAccount(port);
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

    private String call(String method, String path, Map<String, String> query, String body) throws Exception {
        String contentType = body.isEmpty() ? "" : "application/xml";
        StorageAccount.Call call = new StorageAccount.Call(
                method, path, query, Map.of(), contentType, body.getBytes(StandardCharsets.UTF_8));
        return new String(account.answer(call).body(), StandardCharsets.UTF_8);
    }
}
