package dev.aloft.testkit.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.testkit.runtime.GoogleInvokerHarness;
import dev.aloft.testkit.runtime.HttpReply;
import dev.aloft.testkit.runtime.RawHttpRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Google's invoker takes multipart bodies apart before the function is called; the function sees all parts nevertheless. */
class GoogleMultipartIT {
    private static final String FIELD = "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n";

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

    @Test
    void partsOfOneNameArriveAllAndInOrder() throws IOException {
        HttpReply reply = send(
                "--B\r\nContent-Disposition: form-data; name=\"f\"; filename=\"2.txt\"\r\n\r\ntwo\r\n" + FIELD
                        + "--B\r\nContent-Disposition: form-data; name=\"f\"; filename=\"1.txt\"\r\n\r\none\r\n--B--\r\n");

        assertThat(reply.text()).isEqualTo("f|2.txt|-|[]|74776f\na|-|-|[]|31\nf|1.txt|-|[]|6f6e65\n");
    }

    @Test
    void namesTypesAndHeadersOfPartsArrive() throws IOException {
        HttpReply reply =
                send("--B\r\nContent-Disposition: form-data; name=\"\u00e9\"; filename=\"\u20ac \\\"x\\\".png\"\r\n"
                        + "Content-Type: image/png\r\nX-Part: 1\r\nx-part: 2\r\n\r\n\r\n--B--\r\n");

        assertThat(reply.text()).isEqualTo("\u00e9|\u20ac \"x\".png|image/png|[1, 2]|\n");
    }

    @Test
    void binaryPartArrivesByteForByte() throws IOException {
        byte[] content = new byte[256];
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) i;
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(utf8("--B\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\n"));
        body.writeBytes(content);
        body.writeBytes(utf8("\r\n--B--\r\n"));

        HttpReply reply = send("multipart/form-data; boundary=B", body.toByteArray());

        assertThat(reply.text())
                .isEqualTo("b|-|-|[]|" + java.util.HexFormat.of().formatHex(content) + "\n");
    }

    @Test
    void bodyAsAWholeIsWhatAClientWrites() throws IOException {
        byte[] body = utf8(FIELD + "--B\r\nContent-Disposition: form-data; name=\"a\"; filename=\"x\"\r\n"
                + "Content-Type: text/plain\r\n\r\n\u00e9\r\n--B--\r\n");

        HttpReply reply = google.send(RawHttpRequest.of("POST", "/mirror")
                .with("Content-Type", "multipart/form-data; boundary=B")
                .withBody(body));

        assertThat(reply.body()).isEqualTo(body);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "preamble~--B~Content-Disposition: form-data; name=a~~1~--B--~epilogue ! --B~Content-Disposition: form-data; name=a~~1~--B--~",
                "--B  ~content-disposition:form-data; name=a~X:  y  ~~1~--B-- ! --B~content-disposition: form-data; name=a~X: y~~1~--B--~"
            })
    void whatTheSenderMayChooseIsNotKept(String sent, String arrives) throws IOException {
        HttpReply reply = google.send(RawHttpRequest.of("POST", "/mirror")
                .with("Content-Type", "multipart/form-data; boundary=B")
                .withBody(sent.replace("~", "\r\n")));

        assertThat(reply.text()).isEqualTo(arrives.replace("~", "\r\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data; boundary=B",
                "Multipart/Form-Data; boundary=B",
                "multipart/form-data; charset=utf-8; boundary=\"B\"",
                "multipart/form-data;boundary=B"
            })
    void typeMayBeWrittenInAnyForm(String type) throws IOException {
        assertThat(send(type, utf8(FIELD + "--B--\r\n")).text()).isEqualTo("a|-|-|[]|31\n");
    }

    @Test
    void chunkedBodyArrives() throws IOException {
        HttpReply reply = google.send(RawHttpRequest.of("POST", "/parts")
                .with("Content-Type", "multipart/form-data; boundary=B")
                .withChunks(utf8(FIELD + FIELD), utf8("--B--\r\n")));

        assertThat(reply.text()).isEqualTo("a|-|-|[]|31\na|-|-|[]|31\n");
    }

    @Test
    void noBodyIsNoBody() throws IOException {
        RawHttpRequest request =
                RawHttpRequest.of("POST", "/mirror").with("Content-Type", "multipart/form-data; boundary=B");

        HttpReply absent = google.send(request);
        HttpReply empty = google.send(request.withBody(""));

        assertThat(absent.status()).isEqualTo(200);
        assertThat(absent.body()).isEmpty();
        assertThat(empty.status()).isEqualTo(200);
        assertThat(empty.body()).isEmpty();
    }

    @Test
    void bodyWithoutPartsHasNone() throws IOException {
        HttpReply reply = send("--B--\r\n");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).isEmpty();
    }

    @Test
    void megabyteArrives() throws IOException {
        HttpReply reply = send(file("x".repeat(1024 * 1024)));

        assertThat(reply.text()).hasSize("b|-|-|[]|\n".length() + 2 * 1024 * 1024);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage",
                "--B\r\nContent-Disposition: form-data; name=a\r\n\r\nno end",
                "--B\r\nContent-Disposition: form-data;\r\n name=folded\r\n\r\n1\r\n--B--\r\n"
            })
    void malformedBodyIsRefusedWithACode(String body) throws IOException {
        HttpReply reply = send(body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains("\"code\":\"ALOFT-308\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--B\r\nContent-Disposition: form-data\r\n\r\nno name\r\n--B--\r\n",
                "--B\r\nContent-Type: text/plain\r\n\r\nno disposition\r\n--B--\r\n"
            })
    void partWithoutNameIsRefusedWithACode(String body) throws IOException {
        HttpReply reply = send(body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains("a part has no Content-Disposition form-data with a name");
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 200, 1000, 20_000})
    void moreThanAHundredPartsAreRefusedAndNeverCutOff(int parts) throws IOException {
        HttpReply most = send(FIELD.repeat(100) + "--B--\r\n");
        HttpReply tooMany = send(FIELD.repeat(parts) + "--B--\r\n");

        assertThat(most.text()).hasLineCount(100);
        assertThat(tooMany.status()).isEqualTo(400);
        assertThat(tooMany.text()).contains("\"code\":\"ALOFT-308\"");
    }

    @Test
    void partOfMoreThanTenMegabytesIsRefused() throws IOException {
        int most = 10 * 1024 * 1024;

        HttpReply fits = send(file("x".repeat(most)));
        HttpReply tooLarge = send(file("x".repeat(most + 1)));

        assertThat(fits.text()).hasSize("b|-|-|[]|\n".length() + 2 * most);
        assertThat(tooLarge.status()).isEqualTo(400);
        assertThat(tooLarge.text()).contains("\"code\":\"ALOFT-308\"");
    }

    @Test
    void headersOfAPartOfMoreThanEightKilobytesAreRefused() throws IOException {
        HttpReply reply = send("--B\r\nContent-Disposition: form-data; name=a\r\nX-Part: " + "x".repeat(9000)
                + "\r\n\r\n1\r\n--B--\r\n");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text()).contains("\"code\":\"ALOFT-308\"");
    }

    private static String file(String content) {
        return "--B\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\n" + content + "\r\n--B--\r\n";
    }

    private static HttpReply send(String body) throws IOException {
        return send("multipart/form-data; boundary=B", utf8(body));
    }

    private static HttpReply send(String type, byte[] body) throws IOException {
        return google.send(
                RawHttpRequest.of("POST", "/parts").with("Content-Type", type).withBody(body));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
