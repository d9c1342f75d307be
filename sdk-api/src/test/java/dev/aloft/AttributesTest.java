package dev.aloft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AttributesTest {
    @Test
    void textIsFoundByNameWithCase() {
        Attributes attributes = Attributes.of("tenant", "acme", "Tenant", "other");

        assertThat(attributes.first("tenant")).contains("acme");
        assertThat(attributes.first("Tenant")).contains("other");
        assertThat(attributes.first("TENANT")).isEmpty();
        assertThat(attributes.contains("tenant")).isTrue();
        assertThat(attributes.contains("tier")).isFalse();
    }

    @Test
    void repeatedNameKeepsAllValuesInOrder() {
        Attributes attributes = Attributes.of("a", "1", "b", "2", "a", "3");

        assertThat(attributes.first("a")).contains("1");
        assertThat(attributes.all("a")).containsExactly("1", "3");
        assertThat(attributes.all("c")).isEmpty();
        assertThat(attributes.names()).containsExactly("a", "b");
        assertThat(attributes.size()).isEqualTo(3);
        assertThat(attributes.name(2)).isEqualTo("a");
        assertThat(attributes.value(2)).isEqualTo("3");
    }

    @Test
    void bytesAndTextAreViewsOfEachOther() {
        byte[] utf8 = "caf\u00e9".getBytes(StandardCharsets.UTF_8);
        Attributes attributes =
                Attributes.builder().add("bytes", utf8).add("text", "caf\u00e9").build();

        assertThat(attributes.isBinary(0)).isTrue();
        assertThat(attributes.isBinary(1)).isFalse();
        assertThat(attributes.first("bytes")).contains("caf\u00e9");
        assertThat(attributes.value(0)).isEqualTo("caf\u00e9");
        assertThat(attributes.bytes("text")).contains(utf8);
        assertThat(attributes.bytes(1)).isEqualTo(utf8);
        assertThat(attributes.bytes("none")).isEmpty();
    }

    @Test
    void bytesAreCopiedInAndOut() {
        byte[] value = {1};
        Attributes attributes = Attributes.builder().add("a", value).build();

        value[0] = 2;
        attributes.bytes("a").orElseThrow()[0] = 3;
        attributes.bytes(0)[0] = 4;

        assertThat(attributes.bytes("a")).contains(new byte[] {1});
    }

    @Test
    void laterAdditionsDoNotReachWhatWasBuilt() {
        Attributes.Builder builder = Attributes.builder().add("a", "1");
        Attributes before = builder.build();

        Attributes after = builder.add("b", "2").build();

        assertThat(before).isEqualTo(Attributes.of("a", "1"));
        assertThat(after).isEqualTo(Attributes.of("a", "1", "b", "2"));
    }

    @Test
    void listsCannotBeChanged() {
        Attributes attributes = Attributes.of("a", "1");

        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> attributes.all("a").add("2"));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> attributes.names().add("b"));
    }

    @Test
    void equalityIsOfNamesAndValuesInOrder() {
        Attributes attributes =
                Attributes.builder().add("a", "1").add("b", new byte[] {1}).build();
        Attributes same =
                Attributes.builder().add("a", "1").add("b", new byte[] {1}).build();

        assertThat(attributes).isEqualTo(same).hasSameHashCodeAs(same);
        assertThat(attributes).isNotEqualTo(Attributes.of("a", "1", "b", "\u0001"));
        assertThat(attributes).isNotEqualTo(Attributes.of("a", "1"));
        assertThat(Attributes.of("a", "1", "b", "2")).isNotEqualTo(Attributes.of("b", "2", "a", "1"));
        assertThat(Attributes.of()).isSameAs(Attributes.empty());
    }

    @Test
    void textHidesTheValues() {
        assertThat(Attributes.of("tenant", "acme", "token", "secret")).hasToString("Attributes[tenant, token]");
        assertThat(Attributes.empty()).hasToString("Attributes[]");
    }

    @Test
    void nameWithoutValueIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Attributes.of("a", "1", "b"))
                .withMessage("ALOFT-409 Attributes come in pairs of name and value; the last name has no value.");
    }
}
