package dev.aloft.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.HttpResponse;
import dev.aloft.runtime.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyBodyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "text/html; charset=iso-8859-1",
                "TEXT/Plain",
                "application/json",
                "application/json;charset=utf-8",
                "application/problem+json",
                "application/xml",
                "image/svg+xml",
                "application/javascript",
                "application/x-www-form-urlencoded",
                "application/vnd.api+yaml"
            })
    void textualTypesAreSentAsText(String type) {
        HttpResponse response = HttpResponse.ok().withBody("a\u0000\"é\n".getBytes(StandardCharsets.UTF_8), type);

        assertThat(write(response)).isEqualTo("{\"body\":\"a\\u0000\\\"é\\n\",\"isBase64Encoded\":false}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/octet-stream",
                "image/png",
                "application/pdf",
                "multipart/form-data; boundary=text/plain",
                ""
            })
    void otherTypesAreSentAsBase64EvenIfTheyLookLikeText(String type) {
        HttpResponse response = HttpResponse.ok().withBody("a".getBytes(StandardCharsets.UTF_8), type);

        assertThat(write(response)).isEqualTo("{\"body\":\"YQ==\",\"isBase64Encoded\":true}");
    }

    @Test
    void typelessBodyIsSentAsBase64() {
        HttpResponse response = HttpResponse.ok("a").withoutHeader("content-type");

        assertThat(write(response)).isEqualTo("{\"body\":\"YQ==\",\"isBase64Encoded\":true}");
    }

    @Test
    void textInAnotherCharsetKeepsItsBytes() {
        byte[] latin1 = "é".getBytes(StandardCharsets.ISO_8859_1);

        String reply = write(HttpResponse.ok().withBody(latin1, "text/plain; charset=iso-8859-1"));

        assertThat(reply).isEqualTo("{\"body\":\"6Q==\",\"isBase64Encoded\":true}");
    }

    @Test
    void surrogateInUtf8IsNotText() {
        byte[] surrogate = {(byte) 0xED, (byte) 0xA0, (byte) 0x80};

        String reply = write(HttpResponse.ok().withBody(surrogate, "text/plain"));

        assertThat(reply).isEqualTo("{\"body\":\"7aCA\",\"isBase64Encoded\":true}");
    }

    @Test
    void compressedTextIsNotText() {
        HttpResponse response = HttpResponse.ok("a").withHeader("Content-Encoding", "br");

        assertThat(write(response)).isEqualTo("{\"body\":\"YQ==\",\"isBase64Encoded\":true}");
    }

    @Test
    void emptyBodyIsText() {
        HttpResponse response = HttpResponse.ok().withBody(new byte[0], "image/png");

        assertThat(write(response)).isEqualTo("{\"body\":\"\",\"isBase64Encoded\":false}");
    }

    private static String write(HttpResponse response) {
        JsonWriter json = new JsonWriter();
        json.beginObject();
        HttpMapper.writeBody(response, json);
        json.endObject();
        return new String(json.toByteArray(), StandardCharsets.UTF_8);
    }
}
