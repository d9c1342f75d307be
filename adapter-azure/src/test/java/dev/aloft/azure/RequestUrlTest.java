package dev.aloft.azure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestUrlTest {

    @ParameterizedTest
    @CsvSource({
        "http://h/a%20b?c=d, /a%20b, c=d",
        "https://h:8080/, /, ''",
        "http://h, /, ''",
        "http://h?c=d, /, c=d",
        "http://h/a?c=http://x/y?z, /a, c=http://x/y?z",
        "http://h?c=/x, /, c=/x",
        "http://h/a?q={|}, /a, q={|}",
        "/a/b?c, /a/b, c",
        "'', /, ''"
    })
    void hasPathAndQueryAsTheyAre(String url, String path, String query) {
        assertThat(AzureHttpMapper.path(url)).isEqualTo(path);
        assertThat(AzureHttpMapper.query(url)).isEqualTo(query);
    }
}
