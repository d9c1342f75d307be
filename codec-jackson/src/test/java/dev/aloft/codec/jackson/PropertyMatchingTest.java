package dev.aloft.codec.jackson;

import static dev.aloft.codec.jackson.Codec.read;
import static dev.aloft.codec.jackson.Codec.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PropertyMatchingTest {

    record Person(String name, Address address) {}

    record Address(String city) {}

    record Counter(int count) {}

    record Marker() {}

    record Strict(String name) {
        Strict {
            if (name == null) {
                throw new IllegalArgumentException("name");
            }
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Tolerant(String name) {}

    static class Bean {
        public String name = "";
    }

    static class Open {
        final Map<String, Object> all = new LinkedHashMap<>();

        @JsonAnySetter
        public void set(String name, Object value) {
            all.put(name, value);
        }
    }

    @JsonIgnoreProperties("internal")
    record Public(String name) {}

    record Wrapped(Map<String, Integer> counts) {
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        Wrapped {}
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes(@JsonSubTypes.Type(value = Circle.class, name = "circle"))
    interface Shape {}

    record Circle(Double radius) implements Shape {}

    @Test
    void anObjectOfWhichNoPropertyIsKnownIsRefused() {
        for (Class<?> type : List.of(Person.class, Bean.class, Tolerant.class, Strict.class, Counter.class)) {
            assertThat(refused("{\"Name\":\"Ada\",\"x\":{\"name\":1},\"y\":[{\"name\":2}]}", type)
                            .code())
                    .as(type.getSimpleName())
                    .isEqualTo("ALOFT-303");
        }
    }

    @Test
    void anEmptyObjectIsRefused() {
        for (Class<?> type : List.of(Person.class, Bean.class, Tolerant.class, Strict.class, Counter.class)) {
            assertThat(refused("{}", type).code()).as(type.getSimpleName()).isEqualTo("ALOFT-303");
        }
    }

    @Test
    void oneKnownPropertySuffices() {
        assertThat(read("{\"x\":1,\"y\":{},\"name\":null,\"z\":[]}", Person.class))
                .isEqualTo(new Person(null, null));
        assertThat(read("{\"x\":[],\"name\":\"a\"}", Bean.class).name).isEqualTo("a");
    }

    @Test
    void anIgnoredPropertyDoesNotCountAsKnown() {
        assertThat(refused("{\"internal\":1}", Public.class).code()).isEqualTo("ALOFT-303");
        assertThat(read("{\"internal\":1,\"name\":\"a\"}", Public.class)).isEqualTo(new Public("a"));
    }

    @Test
    void eachElementOfAListMustMatch() {
        var failure = refused("[{\"city\":\"Ulm\"},{\"town\":\"Ulm\"}]", new TypeReference<List<Address>>() {});

        assertThat(failure.code()).isEqualTo("ALOFT-303");
        assertThat(failure).hasMessageContaining("at $[1] ");
        assertThat(refused("[{}]", Address[].class).code()).isEqualTo("ALOFT-303");
    }

    @Test
    void eachValueOfAMapAndOfAnOptionalMustMatch() {
        assertThat(refused("{\"a\":{\"town\":1}}", new TypeReference<Map<String, Address>>() {}))
                .hasMessageContaining("at $.* ");
        assertThat(refused("{\"town\":1}", new TypeReference<Optional<Address>>() {})
                        .code())
                .isEqualTo("ALOFT-303");
    }

    @Test
    void aNestedObjectMayBeEmptyButNotUnknown() {
        assertThat(read("{\"address\":{}}", Person.class)).isEqualTo(new Person(null, new Address(null)));

        assertThat(refused("{\"name\":\"a\",\"address\":{\"town\":\"Ulm\"}}", Person.class))
                .hasMessageStartingWith("ALOFT-303 ")
                .hasMessageContaining("at $.address ");
    }

    @Test
    void skippingWithinAKnownPropertyDoesNotCount() {
        Person person = read("{\"address\":{\"city\":\"Ulm\",\"x\":1,\"y\":{}},\"z\":1}", Person.class);

        assertThat(person.address().city()).isEqualTo("Ulm");
    }

    @Test
    void typesThatTakeAnythingAreExempt() {
        assertThat(read("{\"x\":1}", Marker.class)).isEqualTo(new Marker());
        assertThat(read("{}", Marker.class)).isEqualTo(new Marker());
        assertThat(read("{}", Open.class).all).isEmpty();
        assertThat(read("{\"x\":1}", Open.class).all).containsEntry("x", 1);
        assertThat(read("{}", Wrapped.class).counts()).isEmpty();
        assertThat(read("{\"x\":1}", Wrapped.class).counts()).containsEntry("x", 1);
        assertThat(read("{}", new TypeReference<Map<String, Order>>() {})).isEmpty();
        assertThat(read("{}", JsonNode.class)).isEmpty();
        assertThat(read("{}", Object.class)).isEqualTo(Map.of());
    }

    @Test
    void theTypesOwnNameCountsAsMatchedWhereverItStands() {
        assertThat(read("{\"kind\":\"circle\"}", Shape.class)).isEqualTo(new Circle(null));
        assertThat(read("{\"size\":1,\"kind\":\"circle\"}", Shape.class)).isEqualTo(new Circle(null));
        assertThat(read("{\"radius\":2,\"kind\":\"circle\"}", Shape.class)).isEqualTo(new Circle(2.0));
    }

    @Test
    void aFaultInAKnownPropertyIsNotCalledUnknown() {
        assertThat(refused("{\"x\":1,\"count\":\"a\"}", Counter.class).code()).isEqualTo("ALOFT-302");
        assertThat(refused("{\"name\":null}", Strict.class).code()).isEqualTo("ALOFT-302");
    }
}
