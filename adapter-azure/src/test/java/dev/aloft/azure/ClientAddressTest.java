package dev.aloft.azure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7:50123, 192.0.2.7",
        "192.0.2.7, 192.0.2.7",
        "'198.51.100.1, 192.0.2.7:50123', 192.0.2.7",
        "'198.51.100.1,[2001:db8::1]:443', 2001:db8::1",
        "2001:db8::1, 2001:db8::1",
        "[2001:db8::1, [2001:db8::1"
    })
    void theLastAddressCountsWithoutItsPort(String line, String address) {
        assertThat(AzureHttpMapper.clientAddress(Headers.of("x-forwarded-for", line)))
                .isEqualTo(address);
    }

    @Test
    void withoutTheHeaderThereIsNone() {
        assertThat(AzureHttpMapper.clientAddress(Headers.empty())).isNull();
        assertThat(AzureHttpMapper.clientAddress(Headers.of("x-forwarded-for", "192.0.2.7, ")))
                .isNull();
    }
}
