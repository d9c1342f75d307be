package dev.aloft.testkit.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Message;
import dev.aloft.StorageEvent;
import dev.aloft.testkit.StorageKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** S3 encodes keys in its own message, wherever that is carried, and EventBridge does not. */
class StorageKeyTest {
    private static final S3Encoder S3 = new S3Encoder();

    private final MessageFunction function = new MessageFunction("storage");

    private Stream<String> keys(byte[] event) {
        return function.received(event).stream().map(got -> ((StorageEvent) got).key());
    }

    private static byte[] carried(byte[] body, MessageEncoder carrier) {
        return carrier.encode(List.of(Message.builder("m-1", body).build()));
    }

    @ParameterizedTest
    @EnumSource
    void keyIsTheSameByEveryWay(StorageKey expected) {
        byte[] direct = S3.encode(List.of(expected.created()));

        assertThat(new String(direct, StandardCharsets.UTF_8)).contains("\"key\":\"" + expected.form() + "\"");
        assertThat(keys(direct)).containsExactly(expected.key());
        assertThat(keys(carried(direct, new SnsEncoder("uploads")))).containsExactly(expected.key());
        assertThat(keys(carried(direct, new SqsEncoder("uploads")))).containsExactly(expected.key());
        assertThat(keys(carried(direct, new SnsInSqsEncoder("uploads", "uploads-queue"))))
                .containsExactly(expected.key());
        assertThat(keys(S3.encodeForEventBridge(expected.created()))).containsExactly(expected.key());
    }

    /** Nobody promises that the form stays as it is. */
    @Test
    void otherFormsOfTheSameKeyAreRead() {
        String direct = new String(S3.encode(List.of(StorageKey.PLAIN.created())), StandardCharsets.UTF_8);
        String other = direct.replace(StorageKey.PLAIN.form(), "a%20b%2fc%c3%a9\u00e9~(1)");

        assertThat(keys(other.getBytes(StandardCharsets.UTF_8))).containsExactly("a b/c\u00e9\u00e9~(1)");
    }
}
