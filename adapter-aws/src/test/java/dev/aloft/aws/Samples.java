package dev.aloft.aws;

import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.runtime.json.JsonReader;
import dev.aloft.runtime.json.JsonWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The native samples of src/test/resources/aws and the two directions of a mapper. */
final class Samples {
    private Samples() {}

    static byte[] bytes(String name) {
        try (InputStream stream = Samples.class.getResourceAsStream("/aws/" + name + ".json")) {
            return Objects.requireNonNull(stream, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    static HttpRequest read(HttpMapper mapper, String event) {
        return mapper.read(new JsonReader(event.getBytes(StandardCharsets.UTF_8)));
    }

    static String write(HttpMapper mapper, HttpResponse response) {
        JsonWriter json = new JsonWriter();
        mapper.write(response, json);
        return new String(json.toByteArray(), StandardCharsets.UTF_8);
    }
}
