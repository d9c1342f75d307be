package dev.aloft.local.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aloft.AloftException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTest {
    @ParameterizedTest
    @ValueSource(strings = {"aws", "azure", "gcp"})
    void everyNumberHasAnOrigin(String name) {
        Map<String, String> origins = Profile.named(name).table().origins();

        assertThat(origins).hasSizeGreaterThan(40);
        origins.forEach((rule, origin) -> assertThat(origin.contains("https://")
                        || origin.startsWith("ours")
                        || origin.startsWith("as ") && origins.containsKey(origin.substring(3))
                        || !Character.isDigit(
                                Profile.named(name).table().text(rule).charAt(0))
                        || Profile.named(name).table().text(rule).matches("[01]"))
                .as("%s of %s: %s", rule, name, origin)
                .isTrue());
    }

    @ParameterizedTest
    @EnumSource(SourceKind.class)
    void strictIsNoMilderThanAnyOther(SourceKind kind) {
        Rules strict = Profile.named("strict").rules(kind);
        for (String name : List.of("aws", "azure", "gcp")) {
            Rules other = Profile.named(name).rules(kind);

            assertThat(atMost(strict.attempts)).as(name).isLessThanOrEqualTo(atMost(other.attempts));
            assertThat(atMost(strict.payload)).as(name).isLessThanOrEqualTo(atMost(other.payload));
            assertThat(strict.age).as(name).isLessThanOrEqualTo(other.age);
            assertThat(strict.firstDelay).as(name).isLessThanOrEqualTo(other.firstDelay);
            assertThat(strict.longestDelay).as(name).isLessThanOrEqualTo(other.longestDelay);
            assertThat(atMost(strict.visibility)).as(name).isLessThanOrEqualTo(atMost(other.visibility));
            assertThat(strict.batch).as(name).isGreaterThanOrEqualTo(other.batch);
            assertThat(strict.lost).as(name).isGreaterThan(other.lost);
            assertThat(strict.again)
                    .as(name)
                    .isGreaterThanOrEqualTo(other.again == Rules.Again.REST ? Rules.Again.ALL : other.again);
            assertThat(strict.heedsDelay).isFalse();
        }
    }

    /** Where nothing is said, there is no limit. */
    private static long atMost(long limit) {
        return limit == 0 ? Long.MAX_VALUE : limit;
    }

    @Test
    void strictInstancesAreNoMilderThanAnyOther() {
        Profile strict = Profile.named("strict");
        for (String name : List.of("aws", "azure", "gcp")) {
            Profile other = Profile.named(name);

            assertThat(strict.timeout).isLessThanOrEqualTo(other.timeout);
            assertThat(strict.idle).isLessThanOrEqualTo(other.idle);
            assertThat(strict.coldStart).isGreaterThanOrEqualTo(other.coldStart);
            assertThat(strict.instances).isGreaterThanOrEqualTo(other.instances);
            assertThat(strict.concurrency).isGreaterThanOrEqualTo(other.concurrency);
        }
    }

    @Test
    void unknownProfileIsRefused() {
        assertThatThrownBy(() -> Profile.named("azur"))
                .isInstanceOf(AloftException.class)
                .hasMessage(
                        "ALOFT-140 There is no profile of that name. Choose one of [aws, azure, gcp, strict, calm]; strict is"
                                + " the worst of the platforms, calm is without chance.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"few", "", "3 s", "-1", "3parsecs"})
    void valueThatIsNoNumberIsRefused(String value) {
        assertThatThrownBy(() -> Profile.named("aws").with("queue.attempts", value))
                .isInstanceOf(AloftException.class)
                .hasMessageStartingWith(
                        "ALOFT-141 The rule queue.attempts of the profile aws cannot be used: its value " + value
                                + " is no number with a unit of [");
    }

    @Test
    void ruleOrWordThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> Profile.named("aws").with("queue.size", "3"))
                .hasMessageStartingWith(
                        "ALOFT-141 The rule queue.size of the profile aws cannot be used: there is no such rule.");
        assertThatThrownBy(() -> Profile.named("aws").with("queue.order", "lifo"))
                .hasMessageContaining("its value lifo is none of [NONE, KEY, SHARD]");
        assertThatThrownBy(() -> Profile.of("mine", "timeout = 3s"))
                .hasMessageContaining("it is not of the form 'rule = value | origin'");
    }
}
