package dev.aloft.gcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aloft.HttpResponse;
import dev.aloft.SetCookie;
import java.io.IOException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoogleHttpMapperWriteTest {
    @Test
    void headersStandBeforeTheBody() throws IOException {
        HttpResponse response = HttpResponse.of(201)
                .withText("caf\u00e9")
                .withHeader("location", "/a")
                .withCookie(SetCookie.of("a", "1"))
                .withCookie(SetCookie.of("b", "2"));

        List<String> calls = write(response, "POST");

        assertThat(calls.subList(0, 3)).containsExactly("status 201", "type text/plain; charset=utf-8", "location: /a");
        assertThat(calls.subList(3, 5)).allMatch(call -> call.startsWith("set-cookie: "));
        assertThat(calls.subList(5, 7)).containsExactly("content-length: 5", "body caf\u00e9");
        assertThat(calls).hasSize(7);
    }

    @Test
    void contentTypeIsSetOnce() throws IOException {
        HttpResponse response = HttpResponse.ok("x").addHeader("Content-Type", "text/html");

        assertThat(write(response, "GET"))
                .containsExactly("status 200", "type text/plain; charset=utf-8", "content-length: 1", "body x");
    }

    @Test
    void answerWithoutBodyIsLeftToTheServer() throws IOException {
        assertThat(write(HttpResponse.of(202).withHeader("x-a", "1"), "GET")).containsExactly("status 202", "x-a: 1");
        assertThat(write(HttpResponse.noContent(), "GET")).containsExactly("status 204");
    }

    @ParameterizedTest
    @CsvSource({"200, HEAD", "404, head", "304, GET"})
    void lengthThatIsNotSentIsNotClaimedToBeZero(int status, String method) throws IOException {
        assertThat(write(HttpResponse.of(status), method)).containsExactly("status " + status, "flush");
    }

    @Test
    void largeBodyIsWrittenAtOnce() throws IOException {
        HttpResponse response = HttpResponse.ok().withBody(new byte[1024 * 1024], "image/png");

        assertThat(write(response, "GET"))
                .containsExactly("status 200", "type image/png", "content-length: 1048576", "bytes 1048576");
    }

    @Test
    void charsetThatTheServerDoesNotKnowIsNotItsBusiness() throws IOException {
        HttpResponse response = HttpResponse.ok().withBody(new byte[] {'x'}, "text/plain; charset=klingon");

        assertThat(write(response, "GET"))
                .containsExactly("status 200", "type text/plain; charset=klingon", "content-length: 1", "body x");
    }

    @Test
    void typeThatTheServerRefusesFails() {
        HttpResponse response = HttpResponse.ok().withBody(new byte[] {'x'}, "unset");

        assertThatExceptionOfType(UnsupportedCharsetException.class).isThrownBy(() -> write(response, "GET"));
    }

    private static List<String> write(HttpResponse response, String method) throws IOException {
        Framework.Reply reply = new Framework.Reply();
        GoogleHttpMapper.write(response, method, reply.response);
        return reply.calls;
    }
}
