package dev.aloft.testkit.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.testkit.runtime.GoogleInvokerHarness;
import dev.aloft.testkit.runtime.HttpReply;
import dev.aloft.testkit.runtime.RawHttpRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a function sees of requests that come through Google's own invoker. */
class GoogleRequestIT {
    @TempDir
    static Path folder;

    private static GoogleInvokerHarness google;

    @BeforeAll
    static void start() throws IOException {
        google = GoogleServer.start(folder);
    }

    @AfterAll
    static void stop() {
        if (google != null) {
            google.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
    void methodArrives(String method) throws IOException {
        assertThat(send(method, "/tell/a").text()).startsWith(method + " /tell/a ?\n");
    }

    @ParameterizedTest
    @CsvSource({
        "/tell/a%20b, a b",
        "/tell/caf%C3%A9, caf\u00e9",
        "/tell/%F0%9F%98%80, \ud83d\ude00",
        "/tell/a;v=1, a;v=1",
        "/tell/a%3Bb, a;b",
        "/tell/a+b%2Bc, a+b+c",
        "/tell/a%3Fb%23c, a?b#c",
        "/tell/a/b, a/b",
        "/tell/a:@!$&'()*=~-._, a:@!$&'()*=~-._"
    })
    void pathArrivesAsItWasSentAndDecodesOnce(String path, String rest) throws IOException {
        assertThat(send("GET", path).text()).startsWith("GET " + path + " ?\nrest " + rest + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=1&a=2&b", "x=a%20b+c&y=%C3%A9", "u=http://h/p?q=/r", "a=%zz"})
    void queryArrivesAsItWasSent(String query) throws IOException {
        assertThat(send("GET", "/tell/a?" + query).text()).startsWith("GET /tell/a ?" + query + "\n");
    }

    @Test
    void headersAndCookiesArriveWithRepeats() throws IOException {
        HttpReply reply = google.send(RawHttpRequest.of("GET", "/tell/a")
                .with("X-Tag", "a")
                .with("X-Other", "b, c")
                .with("x-tag", "d")
                .with("X-Empty", "")
                .with("Cookie", "a=1; b=2")
                .with("Cookie", "c=3"));

        assertThat(reply.text())
                .contains("x-tag: a\nx-tag: d\n")
                .contains("x-other: b, c\n")
                .contains("x-empty: \n")
                .contains("cookie a=1\ncookie b=2\ncookie c=3\n");
    }

    @Test
    void clientAddressIsWhatTheFrontEndAdded() throws IOException {
        RawHttpRequest request = RawHttpRequest.of("GET", "/tell/a").with("X-Forwarded-For", "10.0.0.1, 192.0.2.7");

        assertThat(google.send(request).text()).contains("from 192.0.2.7\n");
        assertThat(send("GET", "/tell/a").text()).contains("from ?\n");
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain; charset=utf-8, caf\u00e9",
        "application/json, {\"a\":1}",
        "application/x-www-form-urlencoded, a=1&a=2",
        "multipart/mixed; boundary=B, --B--",
        "multipart/form-data, no boundary",
        "application/cloudevents+json, {\"specversion\":\"1.0\"}"
    })
    void bodyArrivesByteForByte(String type, String text) throws IOException {
        HttpReply reply = google.send(
                RawHttpRequest.of("POST", "/mirror").with("Content-Type", type).withBody(text));

        assertThat(reply.text()).isEqualTo(text);
        assertThat(reply.value("content-type")).contains(type);
    }

    @Test
    void binaryBodiesOfAMegabyteArriveByteForByte() throws IOException {
        byte[] body = new byte[1024 * 1024];
        new Random(7).nextBytes(body);
        int half = body.length / 2;

        HttpReply withLength = google.send(RawHttpRequest.of("POST", "/mirror").withBody(body));
        HttpReply chunked = google.send(RawHttpRequest.of("POST", "/mirror")
                .withChunks(Arrays.copyOf(body, half), Arrays.copyOfRange(body, half, body.length)));

        assertThat(withLength.body()).isEqualTo(body);
        assertThat(chunked.body()).isEqualTo(body);
        assertThat(withLength.value("content-length")).contains("1048576");
    }

    @Test
    void emptyBodyIsEmpty() throws IOException {
        assertThat(google.send(RawHttpRequest.of("POST", "/tell/a").withBody(""))
                        .text())
                .endsWith("body \n");
        assertThat(send("POST", "/tell/a").text()).endsWith("body \n");
    }

    @Test
    void eventShapedRequestIsAnOrdinaryRequest() throws IOException {
        HttpReply reply = google.send(RawHttpRequest.of("POST", "/mirror")
                .with("ce-id", "1")
                .with("ce-specversion", "1.0")
                .with("ce-type", "google.cloud.storage.object.v1.finalized")
                .with("ce-source", "//storage.googleapis.com/projects/_/buckets/b")
                .with("Content-Type", "application/json")
                .withBody("{\"bucket\":\"b\"}"));

        assertThat(reply.text()).isEqualTo("{\"bucket\":\"b\"}");
    }

    @Test
    void contextTellsWhatGoogleTells() throws IOException {
        HttpReply reply = google.send(RawHttpRequest.of("GET", "/context")
                .with("X-Cloud-Trace-Context", "65011637f09e0a5179677a7429456db7/1027871334010811884;o=1")
                .with("Function-Execution-Id", "e-1"));

        assertThat(reply.text())
                .isEqualTo("{provider=gcp, function=tell-context, id=e-1,"
                        + " trace=00-65011637f09e0a5179677a7429456db7-0e43bb884a8575ec-01, remaining=false, memory=false,"
                        + " native=GET}");
    }

    @Test
    void connectionServesOneRequestAfterTheOther() throws IOException {
        try (var connection = google.client().open()) {
            for (String method : new String[] {"GET", "HEAD", "POST"}) {
                HttpReply reply = connection.send(RawHttpRequest.of(method, "/tell/a"));
                assertThat(reply.status()).isEqualTo(200);
                assertThat(new String(reply.body(), StandardCharsets.UTF_8))
                        .startsWith(method.equals("HEAD") ? "" : method);
            }
        }
    }

    private static HttpReply send(String method, String target) throws IOException {
        return google.send(RawHttpRequest.of(method, target));
    }
}
