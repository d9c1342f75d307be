package dev.aloft.testkit.azure;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The losses on the way into a function, one by one. */
class HostRequestTest {
    private static final byte[] NOT_TEXT = {(byte) 0x89, 'P', (byte) 0xFF, 0, 1};

    @Test
    void repeatedHeadersAreJoinedUnderALowerCaseName() {
        RpcHttp rpc = rpc(AzureRequest.of("GET", "/").withHeader("X-Tag", "a").withHeader("x-tag", "b"));

        assertThat(rpc.headers()).containsEntry("x-tag", "a,b").containsEntry("host", "localhost");
    }

    @Test
    void repeatedQueryValuesAreJoinedAndEmptyOnesDropped() {
        RpcHttp rpc = rpc(AzureRequest.of("GET", "/?tag=a&TAG=b%26c&flag&none=&x=+%zz"));

        assertThat(rpc.query()).isEqualTo(Map.of("tag", "a,b&c", "x", " %zz"));
    }

    @Test
    void theUrlHasTheQueryAsItWasSent() {
        RpcHttp rpc = rpc(AzureRequest.of("GET", "/a%20b?q={1|2}").withHeader("Host", "shop.example"));

        assertThat(rpc.url()).isEqualTo("http://shop.example/a%20b?q={1|2}");
    }

    @Test
    void theSchemeIsTheOneThatTheFrontEndForwards() {
        RpcHttp rpc = rpc(AzureRequest.of("GET", "/").withHeader("X-Forwarded-Proto", "https"));

        assertThat(rpc.url()).isEqualTo("https://localhost/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/octet-stream",
                "Application/Octet-Stream; x=1",
                "multipart/form-data; boundary=b",
                "multipart/mixed"
            })
    void bytesStayBytesForTwoKindsOfContent(String contentType) {
        RpcData body = rpc(AzureRequest.of("POST", "/").withBody(NOT_TEXT, contentType))
                .body();

        assertThat(body)
                .isInstanceOfSatisfying(
                        RpcData.Bytes.class, bytes -> assertThat(bytes.value()).isEqualTo(NOT_TEXT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"image/png", "text/plain", "application/json", "", "octet-stream", "application/octet-stream2"})
    void everythingElseIsDecodedAsUtf8WhateverIsLost(String contentType) {
        RpcData body = rpc(AzureRequest.of("POST", "/").withBody(NOT_TEXT, contentType))
                .body();

        assertThat(body).isEqualTo(new RpcData.Text(new String(NOT_TEXT, UTF_8)));
    }

    @Test
    void theCharsetOfTheContentTypeIsIgnored() {
        byte[] latin = "é".getBytes(ISO_8859_1);

        RpcData body = rpc(AzureRequest.of("POST", "/").withBody(latin, "text/plain; charset=iso-8859-1"))
                .body();

        assertThat(body).isEqualTo(new RpcData.Text("\uFFFD"));
    }

    @Test
    void aByteOrderMarkDecidesAndDisappears() {
        byte[] marked = ("\uFEFF" + "tea").getBytes(UTF_8);
        byte[] wide = ("\uFEFF" + "tea").getBytes(UTF_16LE);

        assertThat(HostRequest.text(marked)).isEqualTo("tea");
        assertThat(HostRequest.text(wide)).isEqualTo("tea");
    }

    @Test
    void chunkedBodiesVanish() {
        RpcData body = rpc(AzureRequest.of("POST", "/")
                        .withText("tea", "text/plain")
                        .inChunks())
                .body();

        assertThat(body).isEqualTo(new RpcData.Unset());
    }

    @Test
    void anEmptyBodyIsNone() {
        assertThat(rpc(AzureRequest.of("POST", "/").withText("", "text/plain")).body())
                .isEqualTo(new RpcData.Unset());
    }

    @Test
    void theClientWritesTheTriggerMetadataButNotTheKey() {
        HostRequest request = HostRequest.of(AzureRequest.of("GET", "/?request=evil&request=worse&code=key"));

        assertThat(request.triggerMetadata(Map.of("id", "1")))
                .isEqualTo(Map.of("request", new RpcData.Text("worse"), "id", new RpcData.Text("1")));
    }

    @Test
    void aJsonBodyWritesMetadataTooButTheQueryWins() {
        String body = "{\"tag\":\"body\",\"n\":1.0,\"o\":{\"a\":1},\"l\":[1],\"none\":null,\"$request\":\"evil\"}";
        HostRequest request =
                HostRequest.of(AzureRequest.of("POST", "/?TAG=query").withText(body, "text/plain"));

        assertThat(request.triggerMetadata(Map.of()))
                .isEqualTo(Map.of(
                        "tag", new RpcData.Text("query"),
                        "n", new RpcData.Text("1.0"),
                        "o", new RpcData.Json("{\"a\":1}"),
                        "$request", new RpcData.Text("evil")));
    }

    @Test
    void aBodyThatIsNoJsonObjectWritesNone() {
        AzureRequest request = AzureRequest.of("POST", "/").withText("{\"a\":1} x", "application/json");

        assertThat(HostRequest.of(request).triggerMetadata(Map.of())).isEmpty();
    }

    private static RpcHttp rpc(AzureRequest request) {
        return HostRequest.of(request).toRpc();
    }
}
