package dev.aloft.gcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aloft.AloftException;
import dev.aloft.HttpRequest;
import dev.aloft.Part;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartFormData;
import org.junit.jupiter.api.Test;

/** With stand-ins of the server's classes; the test kit meets the real ones. */
class JettyPartsTest {
    private final MultipartEncoder encoder = new MultipartEncoder("B");

    @Test
    void partsOfOneNameComeAllAndInOrder() throws IOException {
        FrameworkRequest request = new FrameworkRequest(() -> List.of(
                new MultiPart.Part("form-data; name=\"b\"; filename=\"1.txt\"", "one"),
                new MultiPart.Part("form-data; name=\"a\"", ""),
                new MultiPart.Part("form-data; name=\"b\"; filename=\"2.txt\"", "two")));

        boolean copied = JettyParts.find(FrameworkRequest.class).copyTo(encoder, request);

        assertThat(copied).isTrue();
        assertThat(read(encoder.end()))
                .extracting(part -> part.name() + part.fileName().orElse("-") + part.text())
                .containsExactly("b1.txtone", "a-", "b2.txttwo");
    }

    @Test
    void nothingIsCopiedWhereNothingWasTakenApart() throws IOException {
        FrameworkRequest request = new FrameworkRequest(() -> null);

        assertThat(JettyParts.find(FrameworkRequest.class).copyTo(encoder, request))
                .isFalse();
    }

    @Test
    void bodyThatTheServerCouldNotTakeApartIsTheClientsFault() {
        CompletionException failure = new CompletionException(new EOFException("unexpected EOF in PREAMBLE"));
        FrameworkRequest request = new FrameworkRequest(() -> {
            throw failure;
        });

        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> JettyParts.find(FrameworkRequest.class).copyTo(encoder, request))
                .withMessageStartingWith("ALOFT-308 ")
                .withCause(failure);
    }

    @Test
    void anyOtherFailureIsTheServersFault() {
        IllegalStateException failure = new IllegalStateException("recycled");
        FrameworkRequest request = new FrameworkRequest(() -> {
            throw failure;
        });

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> JettyParts.find(FrameworkRequest.class).copyTo(encoder, request))
                .withCause(failure);
    }

    @Test
    void frameworkThatIsBuiltOtherwiseIsRecognised() {
        assertThat(JettyParts.find(Object.class)).isNull();
        assertThat(JettyParts.find(JettyPartsTest.class)).isNull();
    }

    private static List<Part> read(byte[] body) {
        return HttpRequest.builder("POST", "/")
                .header("content-type", "multipart/form-data; boundary=B")
                .body(body)
                .build()
                .body()
                .parts();
    }

    /** Keeps the server's request as the framework's class does, in a private field. */
    private static final class FrameworkRequest {
        @SuppressWarnings({"unused", "FieldCanBeLocal"})
        private final MultiPartFormData.Request request;

        FrameworkRequest(MultiPartFormData.Request request) {
            this.request = request;
        }
    }
}
