package dev.aloft.testkit.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LambdaFaultTest {

    private static LambdaFault fault(String json) {
        return LambdaFault.of(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void reportIsRead() {
        String json =
                " {\"errorMessage\":\"a \\\"b\\\"\\n\\u00e9\\/\\\\\\t\\b\\f\\r é\" , \"errorType\":\"x.Y\",\"stackTrace\":[\"one\", \"two\"],"
                        + "\"extra\":{\"n\":-1.5e3,\"l\":[ ],\"o\":{ },\"t\":true,\"z\":null}}\n";

        assertThat(fault(json))
                .isEqualTo(new LambdaFault("x.Y", "a \"b\"\né/\\\t\b\f\r é", List.of("one", "two"), json));
    }

    @Test
    void absentMembersAreEmpty() {
        assertThat(fault("{}")).isEqualTo(new LambdaFault("", "", List.of(), "{}"));
        assertThat(fault("{\"errorMessage\":null,\"stackTrace\":7}").stackTrace())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text",
                "[]",
                "{",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{\"a\":1 \"b\":2}",
                "{\"a\":[1,]}",
                "{\"a\":[1 2]}",
                "{\"a\":\"\\u12\"}",
                "{\"a\":\"\\uwxyz\"}",
                "{\"a\":\"open",
                "{} {}"
            })
    void whatIsNoReportStaysText(String text) {
        assertThat(fault(text)).isEqualTo(new LambdaFault("", "", List.of(), text));
    }

    @Test
    void deepNestingStaysText() {
        String deep = "{\"a\":" + "[".repeat(100_000);

        assertThat(fault(deep).json()).isEqualTo(deep);
        assertThat(fault(deep).type()).isEmpty();
    }
}
