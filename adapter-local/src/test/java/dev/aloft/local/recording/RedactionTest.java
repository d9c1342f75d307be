package dev.aloft.local.recording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Attributes;
import dev.aloft.ChangeEvent;
import dev.aloft.Document;
import dev.aloft.HttpRequest;
import dev.aloft.Message;
import dev.aloft.runtime.DocumentJson;
import dev.aloft.runtime.NativePayload;
import dev.aloft.runtime.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    private static final String MARK = Redaction.MARK;

    private static Recording recorded(String kind, Object event, Redaction redaction) {
        Recording.Head head = new Recording.Head("local", "f", kind, Instant.EPOCH);
        return Recording.of(head, List.of(event), List.of(), redaction);
    }

    private static HttpRequest request(HttpRequest.Builder request) {
        return recorded("http", request.build(), Redaction.standard()).request().orElseThrow();
    }

    private static String body(String sent) {
        return request(HttpRequest.builder("POST", "/").body(sent)).text();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization",
                "Cookie",
                "Set-Cookie",
                "Proxy-Authorization",
                "X-Api-Key",
                "x-functions-key",
                "X-Amz-Security-Token",
                "X-CSRF-Token",
                "X-Goog-Iap-Jwt-Assertion",
                "X-Hub-Signature"
            })
    void headersOfCredentialsAreHidden(String name) {
        HttpRequest request =
                request(HttpRequest.builder("GET", "/").header(name, "s3cret").header("Accept", "*/*"));

        assertThat(request.header(name)).contains(MARK);
        assertThat(request.header("accept")).contains("*/*");
    }

    @ParameterizedTest
    @CsvSource({
        "a=1&access_token=s3cret&b=2, a=1&access_token=__redacted__&b=2",
        "code=s3cret, code=__redacted__",
        "X-Amz-Signature=s3cret&X-Amz-Date=1, X-Amz-Signature=__redacted__&X-Amz-Date=1",
        "pass%77ord=s3cret, pass%77ord=__redacted__",
        "token=&a=b, token=&a=b",
        "%zz=1, %zz=1",
        "next=/a?access_token=s3cret, next=/a?access_token=__redacted__",
        "next=https%3A%2F%2Fa%2F%3Ftoken%3Ds3cret&b=2, next=https%3A%2F%2Fa%2F%3Ftoken%3D__redacted__&b=2",
        "next=https%3A%2F%2Fa%2F%3Fb%3D2&b=2, next=https%3A%2F%2Fa%2F%3Fb%3D2&b=2",
        "payload=%7B%22token%22%3A%22s3cret%22%7D, payload=%7B%22token%22%3A%22__redacted__%22%7D",
    })
    void parametersAreHidden(String query, String kept) {
        assertThat(request(HttpRequest.builder("GET", "/").query(query)).rawQuery())
                .isEqualTo(kept);
    }

    @Test
    void propertiesAreHiddenAtAnyDepthAndKeepTheirShape() {
        String sent = """
                {"user": "ada", "password": "a", "nested": [{"clientSecret": {"k": "v", "n": 7, "on": true, "none": null}}],
                 "PIN": 1234, "tokens": 3, "access-token": ["a", "b"], "apiKeys": ["c"], "sum": 1.50}""";

        assertThat(body(sent)).isEqualTo("""
                {"user":"ada","password":"__redacted__","nested":[{"clientSecret":{"k":"__redacted__","n":0,"on":false,"none":null}}],\
                "PIN":0,"tokens":0,"access-token":["__redacted__","__redacted__"],"apiKeys":["__redacted__"],"sum":1.50}""");
    }

    @Test
    void aBodyWithoutThemStaysAsItIs() {
        String sent = "{\"a\" :  1.50,\n \"b\":\"\\u0041=1\"}";

        assertThat(body(sent)).isEqualTo(sent);
    }

    @Test
    void formsAreHidden() {
        assertThat(body("user=ada&password=s3cret&next=%2Fhome"))
                .isEqualTo("user=ada&password=__redacted__&next=%2Fhome");
    }

    @Test
    void passwordsInUrlsAreHidden() {
        assertThat(body("{\"db\":\"postgres://ada:s3cret@db:5432/shop\",\"site\":\"https://a/b@c\"}"))
                .isEqualTo("{\"db\":\"postgres://ada:__redacted__@db:5432/shop\",\"site\":\"https://a/b@c\"}");
    }

    @Test
    void aLongFormIsRead() {
        String sent = "a=b&".repeat(50_000) + "token=x";

        assertThat(body(sent)).endsWith("&a=b&token=" + MARK);
    }

    @Test
    void jsonWithinTextsIsRead() {
        String inner = "{\"body\":\"{\\\"password\\\":\\\"s3cret\\\"}\"}";
        String base64 = Base64.getEncoder().encodeToString("{\"token\":\"s3cret\"}".getBytes(StandardCharsets.UTF_8));

        String kept = body("{\"inner\":" + IndentedJson.compact(inner) + ",\"data\":\"" + base64 + "\"}");

        assertThat(kept).doesNotContain("s3cret", base64);
        Document read = DocumentJson.read(new JsonReader(kept.getBytes(StandardCharsets.UTF_8)));
        assertThat(read.text("inner")).contains("{\"body\":\"{\\\"password\\\":\\\"__redacted__\\\"}\"}");
        assertThat(new String(Base64.getDecoder().decode(read.text("data").orElseThrow()), StandardCharsets.UTF_8))
                .isEqualTo("{\"token\":\"__redacted__\"}");
    }

    @Test
    void textsWithinTextsWithoutEndAreHidden() {
        String text = "{\"password\":\"s3cret\"}";
        for (int i = 0; i < 10; i++) {
            text = "{\"t\":" + IndentedJson.compact(text) + "}";
        }

        assertThat(body(text)).doesNotContain("s3cret").contains(MARK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer s3cret",
                "basic czNjcmV0",
                "eyJhbGciOiJub25lIn0.eyJzdWIiOiJzM2NyZXQifQ.",
                "https://example.org/a?sig=s3cret",
                "Server=db;Password=s3cret",
                "#access_token=s3cret"
            })
    void whatLooksLikeACredentialIsHiddenUnderAnyName(String value) {
        String kept = body("{\"note\":" + IndentedJson.compact(value) + "}");

        assertThat(kept).contains(MARK).doesNotContain("s3cret", "czNjcmV0", "eyJzdWI");
    }

    @ParameterizedTest
    @ValueSource(strings = {"my secret", "\"a string\"", "<a>b</a>", "{\"a\":1,\"a\":2}", "{\"broken\":", "a=b c"})
    void aBodyWithoutNamesIsHiddenUnlessItIsWanted(String text) {
        HttpRequest sent = HttpRequest.builder("POST", "/").body(text).build();

        Recording hidden = recorded("http", sent, Redaction.standard());
        Recording kept = recorded("http", sent, Redaction.standard().keepingOpaque());

        assertThat(hidden.request().orElseThrow().text()).isEqualTo(MARK);
        assertThat(hidden.redacted()).containsExactly("(a body that is neither JSON nor a form)");
        assertThat(kept.request().orElseThrow().text()).isEqualTo(text);
        assertThat(kept.redacted()).isEmpty();
    }

    @Test
    void binaryBodiesAreHiddenAsBytes() {
        HttpRequest sent = HttpRequest.builder("POST", "/")
                .body(new byte[] {(byte) 0xff, 0})
                .build();

        assertThat(recorded("http", sent, Redaction.standard())
                        .request()
                        .orElseThrow()
                        .text())
                .isEqualTo(MARK);
    }

    @Test
    void attributesAndDocumentsAreHidden() {
        Message<?> message = Message.builder("m", "{}")
                .attributes(Attributes.builder()
                        .add("apiKey", "s3cret")
                        .add("Token", new byte[] {1})
                        .add("kind", "a")
                        .build())
                .build();
        ChangeEvent<Document> change = ChangeEvent.builder("c", ChangeEvent.Operation.INSERT, "users")
                .after(Document.builder()
                        .set("name", "Ada")
                        .set("password", "s3cret")
                        .build())
                .build();

        String messages = recorded("message", new RecordedItem(null, message), Redaction.standard())
                .text();
        String changes = recorded("change", new RecordedItem(null, change), Redaction.standard())
                .text();

        assertThat(messages)
                .contains("{\"name\": \"apiKey\", \"value\": \"__redacted__\"}")
                .contains("{\"name\": \"Token\", \"base64\": \"X19yZWRhY3RlZF9f\"}")
                .contains("{\"name\": \"kind\", \"value\": \"a\"}");
        assertThat(changes).contains("{\"name\": \"Ada\", \"password\": \"__redacted__\"}");
    }

    @Test
    void usersAddNames() {
        HttpRequest sent = HttpRequest.builder("POST", "/")
                .header("X-Iban", "DE1")
                .body("{\"IBAN\":\"DE1\",\"customerIban\":\"DE2\"}")
                .build();

        Recording recording = recorded("http", sent, Redaction.standard().and("iban", "x-iban"));

        assertThat(recording.request().orElseThrow().text())
                .isEqualTo("{\"IBAN\":\"__redacted__\",\"customerIban\":\"DE2\"}");
        assertThat(recording.redacted()).containsExactly("IBAN", "x-iban");
    }

    @Test
    void messagesOfExceptionsDoNotQuoteWhatIsHidden() {
        Recording.Head head = new Recording.Head("local", "f", "http", Instant.EPOCH);
        HttpRequest json = HttpRequest.builder("POST", "/")
                .body("{\"password\":\"s3cret\"}")
                .build();
        HttpRequest text = HttpRequest.builder("POST", "/").body("the s3cret").build();
        List<Result> results = List.of(
                Result.thrown("failed", new IllegalStateException("wrong: s3cret")),
                Result.thrown("failed", new IllegalStateException("no stock")),
                Result.thrown("failed", new IllegalStateException("token=abc")));

        Recording named = Recording.of(head, List.of(json), results, Redaction.standard());
        Recording opaque = Recording.of(head, List.of(text), results, Redaction.standard());

        assertThat(named.results()).extracting(Result::message).containsExactly(MARK, "no stock", "token=" + MARK);
        assertThat(opaque.results()).extracting(Result::message).containsOnly(MARK);
    }

    private static String payload(String event) {
        byte[] bytes = event.getBytes(StandardCharsets.UTF_8);
        Recording recording =
                Recording.ofNative("aws", new NativePayload("", "", Attributes.empty(), bytes), Redaction.standard());
        return new String(recording.payload().orElseThrow().body(), StandardCharsets.UTF_8);
    }

    @Test
    void payloadsInNativeEventsAreHidden() {
        String base64 = Base64.getEncoder().encodeToString("binary \u0000".getBytes(StandardCharsets.UTF_8));

        assertThat(payload("""
                {"rawQueryString":"token=s3cret","headers":{"authorization":"Basic x"},"cookies":["a=s3cret"],"body":"hello"}""")).isEqualTo("""
                {"rawQueryString":"token=__redacted__","headers":{"authorization":"__redacted__"},"cookies":["__redacted__"],\
                "body":"__redacted__"}""");
        assertThat(payload("{\"kinesis\":{\"data\":\"" + base64 + "\"}}"))
                .isEqualTo("{\"kinesis\":{\"data\":\"X19yZWRhY3RlZF9f\"}}");
        assertThat(payload("{\"Records\":[{\"body\":\"{\\\"secret\\\":\\\"x\\\"}\",\"eventSource\":\"aws:sqs\"}]}"))
                .isEqualTo(
                        "{\"Records\":[{\"body\":\"{\\\"secret\\\":\\\"__redacted__\\\"}\",\"eventSource\":\"aws:sqs\"}]}");
    }

    @Test
    void nativeFormsOfValuesStayReadable() {
        assertThat(payload("""
                {"messageAttributes":{"apiKey":{"stringValue":"x","dataType":"String"},"token":{"binaryValue":"AAE=","dataType":"Binary"}},\
                "NewImage":{"pin":{"N":"12"},"secret":{"B":"AAE="}}}""")).isEqualTo("""
                {"messageAttributes":{"apiKey":{"stringValue":"__redacted__","dataType":"String"},\
                "token":{"binaryValue":"X19yZWRhY3RlZF9f","dataType":"Binary"}},\
                "NewImage":{"pin":{"N":"0"},"secret":{"B":"X19yZWRhY3RlZF9f"}}}""");
    }
}
