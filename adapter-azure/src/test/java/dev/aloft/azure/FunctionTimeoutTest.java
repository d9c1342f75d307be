package dev.aloft.azure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionTimeoutTest {

    @ParameterizedTest
    @CsvSource({
        "00:05:00, 300000",
        "00:00:01, 1000",
        "1.02:03:04, 93784000",
        " 23:59:59 , 86399000",
        "-1, 0",
        "5, 0",
        "00:05, 0",
        "00:05:0x, 0",
        "00:05:00:00, 0",
        "::, 0",
        "'', 0",
        "999999:00:00, 0"
    })
    void theSettingIsATimeSpan(String text, long millis) {
        assertThat(FunctionTimeout.of(Map.of("AzureFunctionsJobHost__functionTimeout", text))
                        .millis())
                .isEqualTo(millis);
    }

    @Test
    void hostJsonTellsItOtherwise() {
        String json = "{\"version\":\"2.0\",\"extensions\":{\"http\":{}},\"functionTimeout\":\"00:10:00\"}";

        assertThat(FunctionTimeout.of(Map.of(), new OneFile(json)).millis()).isEqualTo(600_000);
    }

    @Test
    void theSettingWins() {
        Map<String, String> environment = Map.of("AzureFunctionsJobHost__functionTimeout", "00:00:30");

        assertThat(FunctionTimeout.of(environment, new OneFile("{\"functionTimeout\":\"00:10:00\"}"))
                        .millis())
                .isEqualTo(30_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{}", "{\"functionTimeout\":\"-1\"}", "{ // a comment", "[]"})
    void withoutAnyThereIsNone(String json) {
        assertThat(FunctionTimeout.of(Map.of(), new OneFile(json)).millis()).isZero();
    }

    @Test
    void thePackageMayHaveNoHostJson() {
        assertThat(FunctionTimeout.of(Map.of(), ClassLoader.getPlatformClassLoader())
                        .millis())
                .isZero();
    }

    @Test
    void theFileIsReadOnce() {
        OneFile file = new OneFile("{\"functionTimeout\":\"00:10:00\"}");
        FunctionTimeout timeout = FunctionTimeout.of(Map.of(), file);

        assertThat(file.reads).isZero();
        timeout.millis();
        timeout.millis();
        assertThat(file.reads).isEqualTo(1);
    }

    private static final class OneFile extends ClassLoader {
        private final String json;
        private int reads;

        private OneFile(String json) {
            this.json = json;
        }

        @Override
        public InputStream getResourceAsStream(String name) {
            reads++;
            return name.equals("host.json") ? new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)) : null;
        }
    }
}
