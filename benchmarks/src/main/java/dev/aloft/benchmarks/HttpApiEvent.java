package dev.aloft.benchmarks;

import java.nio.charset.StandardCharsets;

/**
 * {@code POST} with {@code {"name":"Ada"}} as an HTTP API sends it, in payload format 2.0.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">payload
 *     format 2.0</a>
 */
final class HttpApiEvent {
    private HttpApiEvent() {}

    static byte[] json(String path) {
        return """
                {"version":"2.0","routeKey":"$default","rawPath":"PATH","rawQueryString":"lang=en&lang=de",\
                "cookies":["a=1","b=2"],"headers":{"accept":"application/json","accept-encoding":"gzip, deflate, br",\
                "content-length":"14","content-type":"application/json",\
                "host":"abcdefghij.execute-api.eu-central-1.amazonaws.com","user-agent":"Mozilla/5.0 (X11; Linux x86_64)",\
                "x-amzn-trace-id":"Root=1-67a1b2c3-0123456789abcdef01234567","x-forwarded-for":"192.0.2.7",\
                "x-forwarded-port":"443","x-forwarded-proto":"https"},"queryStringParameters":{"lang":"en,de"},\
                "requestContext":{"accountId":"123456789012","apiId":"abcdefghij",\
                "domainName":"abcdefghij.execute-api.eu-central-1.amazonaws.com","domainPrefix":"abcdefghij",\
                "http":{"method":"POST","path":"PATH","protocol":"HTTP/1.1","sourceIp":"192.0.2.7",\
                "userAgent":"Mozilla/5.0 (X11; Linux x86_64)"},"requestId":"abcdefghijklmno=","routeKey":"$default",\
                "stage":"$default","time":"25/Nov/2026:10:00:00 +0000","timeEpoch":1795600800000},\
                "body":"{\\"name\\":\\"Ada\\"}","isBase64Encoded":false}""".replace("PATH", path).getBytes(StandardCharsets.UTF_8);
    }
}
