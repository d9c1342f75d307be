package dev.aloft.testkit.standins;

import dev.aloft.StorageEvent;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.NodeList;

/**
 * The few calls of a blob container that a test makes, and what Event Grid tells of each.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/storageservices/blob-service-rest-api">Blob service REST API</a>
 * @see <a href="https://learn.microsoft.com/azure/event-grid/event-schema-blob-storage">Azure Blob Storage as an Event Grid source</a>
 */
final class BlobContainer {
    private static final Map<String, String> CONTAINER = Map.of("restype", "container");

    private final StorageAccount account;
    private final String name;
    private int events;

    BlobContainer(int port, String name) {
        this.account = new StorageAccount(port);
        this.name = name;
    }

    void create() throws Exception {
        account.answer(new StorageAccount.Call("PUT", "/" + name, CONTAINER));
    }

    /** Writes a blob; the store's answer says what it has become. */
    StorageEvent put(String blob, byte[] content) throws Exception {
        HttpHeaders headers = account.answer(new StorageAccount.Call(
                        "PUT", path(blob), Map.of(), Map.of("x-ms-blob-type", "BlockBlob"), "text/x-test", content))
                .headers();
        String tag = headers.firstValue("etag").orElseThrow();
        return event(StorageEvent.Kind.CREATED, blob, headers)
                .etag(tag.replace("\"", ""))
                .size(content.length)
                .contentType("text/x-test")
                .build();
    }

    StorageEvent delete(String blob) throws Exception {
        HttpHeaders headers = account.answer(new StorageAccount.Call("DELETE", path(blob), Map.of()))
                .headers();
        return event(StorageEvent.Kind.DELETED, blob, headers)
                .contentType("text/x-test")
                .build();
    }

    private StorageEvent.Builder event(StorageEvent.Kind kind, String blob, HttpHeaders headers) {
        String date = headers.firstValue("date").orElseThrow();
        return StorageEvent.builder(kind, name, blob)
                .id(headers.firstValue("x-ms-request-id").orElseThrow())
                .sequencer(String.format("%032x", ++events))
                .time(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant());
    }

    byte[] get(String blob) throws Exception {
        return account.answer(new StorageAccount.Call("GET", path(blob), Map.of()))
                .body();
    }

    /** The names that the store has. */
    List<String> list() throws Exception {
        byte[] xml = account.answer(
                        new StorageAccount.Call("GET", "/" + name, Map.of("restype", "container", "comp", "list")))
                .body();
        NodeList found = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml))
                .getElementsByTagName("Name");
        List<String> names = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            names.add(found.item(i).getTextContent());
        }
        return names;
    }

    private String path(String blob) {
        return "/" + name + "/"
                + URLEncoder.encode(blob, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("%2F", "/");
    }
}
