package dev.aloft.local;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.aloft.Attributes;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.Message;
import dev.aloft.runtime.json.JsonWriter;
import dev.aloft.spi.MessageBinding;
import org.jspecify.annotations.Nullable;

/**
 * A message as a developer posts it: the body is the payload; each header {@code Aloft-Attribute: name=value} is an attribute,
 * {@code Aloft-Message-Id} an id of the developer's own, the query parameter {@code key} what it keeps its order with.
 */
final class SentMessage {
    private final HttpRequest request;
    private final Attributes attributes;
    private final @Nullable String id;
    private final @Nullable String key;

    private SentMessage(HttpRequest request) throws RefusedRequest {
        this.request = request;
        this.attributes = attributes(request);
        this.id = request.header("aloft-message-id").orElse(null);
        this.key = request.query("key").orElse(null);
        if (id != null && id.isBlank()) {
            throw RefusedRequest.unusable("its Aloft-Message-Id is blank");
        }
    }

    static SentMessage of(HttpRequest request) throws RefusedRequest {
        return new SentMessage(request);
    }

    private static Attributes attributes(HttpRequest request) throws RefusedRequest {
        Attributes.Builder attributes = Attributes.builder();
        for (String line : request.headers().all("aloft-attribute")) {
            int equals = line.indexOf('=');
            if (equals < 1) {
                throw RefusedRequest.unusable("an Aloft-Attribute is not of the form name=value");
            }
            attributes.add(utf8(line.substring(0, equals)), utf8(line.substring(equals + 1)));
        }
        return attributes.build();
    }

    /** A header's bytes come as one character each; a terminal sends UTF-8. */
    private static String utf8(String header) {
        return new String(header.getBytes(ISO_8859_1), UTF_8);
    }

    HttpResponse to(Source source) throws RefusedRequest {
        if (key == null && source.binding().kind() == MessageBinding.Kind.STREAM) {
            throw RefusedRequest.unusable("a stream's record needs a key: add ?key= to the path");
        }
        String sent = source.accept(Message.builder(
                        id == null ? source.newId() : utf8(id), request.body().bytes())
                .contentType(request.contentType().orElse(null))
                .attributes(attributes)
                .orderingKey(key));
        return accepted(sent);
    }

    /** Not yet delivered. */
    static HttpResponse accepted(String id) {
        JsonWriter json = new JsonWriter(64);
        json.beginObject().name("id").string(id).endObject();
        return HttpResponse.of(202).withBody(json.toByteArray(), "application/json");
    }
}
