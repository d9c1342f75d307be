package dev.aloft.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RefusedRequestTest {
    static Stream<Arguments> refusals() {
        return Stream.of(
                refusal(
                        RefusedRequest.bodyTooLarge(10),
                        413,
                        "Content Too Large",
                        "ALOFT-313 The body is larger than 10 bytes. Start with --max-body to accept more."),
                refusal(
                        RefusedRequest.malformed("it has no Host header"),
                        400,
                        "Bad Request",
                        "ALOFT-314 The request is not valid HTTP/1.1: it has no Host header."),
                refusal(
                        RefusedRequest.unsupported(501, "a transfer coding other than chunked"),
                        501,
                        "Not Implemented",
                        "ALOFT-314 The request asks for what is not supported here: a transfer coding other than chunked."),
                refusal(
                        RefusedRequest.targetTooLong(10),
                        414,
                        "URI Too Long",
                        "ALOFT-315 The path with its query is longer than 10 characters."),
                refusal(
                        RefusedRequest.headTooLarge("10 lines"),
                        431,
                        "Request Header Fields Too Large",
                        "ALOFT-315 The headers are more than 10 lines."),
                refusal(
                        RefusedRequest.busy(10),
                        503,
                        "Service Unavailable",
                        "ALOFT-316 The server has 10 connections, as many as it takes."));
    }

    private static Arguments refusal(RefusedRequest refused, int status, String title, String text) {
        return Arguments.of(refused, status, title, text);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void clientIsToldCodeAndReason(RefusedRequest refused, int status, String title, String text) {
        String code = text.substring(0, 9);
        String detail = text.substring(10);

        assertThat(refused).hasMessage(text);
        assertThat(refused.answer().status()).isEqualTo(status);
        assertThat(refused.answer().text())
                .isEqualTo("{\"title\":\"" + title + "\",\"status\":" + status + ",\"detail\":\"" + detail
                        + "\",\"code\":\"" + code + "\"}");
    }
}
