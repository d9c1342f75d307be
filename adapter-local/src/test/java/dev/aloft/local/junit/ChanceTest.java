package dev.aloft.local.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Functions;
import dev.aloft.local.LocalFunctions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ChanceTest {
    @Test
    void aHandlerThatCountsTwiceIsFoundOutAndToldOf() {
        TestRun run = TestRun.of(Twice.class);

        assertThat(run.failed).isNotEmpty();
        assertThat(run.printed)
                .startsWith(Twice.class.getName() + " repetition ")
                .contains(" has failed.\nprofile strict, seed ", "duplicate", "handled")
                .containsPattern(
                        "\nTo play it again: -Daloft.profile=strict -Daloft.seed=(\\d+), or @AloftTest\\(profile = \"strict\", seed = \\1\\)\\.\n");
    }

    @Test
    void aTestGoesTheSameWayEachTime() {
        assertThat(TestRun.of(Twice.class).printed).isEqualTo(TestRun.of(Twice.class).printed);
    }

    @Test
    void aSeedPlaysAgainWhatATestHasTold() {
        String told = TestRun.of(Twice.class).printed;
        String seed = told.substring(told.indexOf("aloft.seed=") + 11, told.indexOf(", or @AloftTest"));

        String again = TestRun.of(Twice.class, "aloft.seed", seed).printed;

        assertThat(again).contains(timeline(told));
    }

    private static String timeline(String printed) {
        return printed.substring(printed.indexOf("profile strict"), printed.indexOf("To play it again"));
    }

    @AloftTest
    static class Twice {
        private final AtomicInteger count = new AtomicInteger();

        @FunctionsUnderTest
        private final Functions functions = Functions.builder()
                .queue("count-parcel", "parcels", String.class, (parcel, context) -> count.incrementAndGet())
                .build();

        @RepeatedTest(20)
        void countsOnce(LocalFunctions shop) {
            shop.queue("parcels").send("p");
            shop.deliverAll();

            assertThat(count).hasValue(1);
        }
    }

    @Test
    void testsHaveSeedsOfTheirOwn() {
        Seeds.SEEN.clear();

        assertThat(TestRun.of(Seeds.class).failed).isEmpty();

        assertThat(Seeds.SEEN).hasSizeGreaterThan(20).contains("profile aws, seed 7", "profile aws, seed 8");
    }

    @Test
    void propertiesFillWhatAnnotationsLeaveOpen() {
        Seeds.SEEN.clear();

        assertThat(TestRun.of(Seeds.class, "aloft.seed", "5", "aloft.profile", "gcp").failed)
                .isEmpty();

        assertThat(Seeds.SEEN)
                .containsExactlyInAnyOrder("profile gcp, seed 5", "profile aws, seed 7", "profile aws, seed 8");
    }

    @Test
    void randomSeedsAreOthersEachTime() {
        Seeds.SEEN.clear();

        assertThat(TestRun.of(Seeds.class, "aloft.seed", "random").failed).isEmpty();
        assertThat(TestRun.of(Seeds.class, "aloft.seed", "random").failed).isEmpty();

        assertThat(Seeds.SEEN).hasSizeGreaterThan(30);
    }

    @AloftTest(settings = ParcelIndex.SETTING)
    static class Seeds {
        private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

        private static void note(LocalFunctions functions) {
            SEEN.add(functions.timeline().text().lines().findFirst().orElseThrow());
        }

        @RepeatedTest(20)
        void open(LocalFunctions functions) {
            note(functions);
        }

        @Nested
        @AloftTest(profile = "aws", seed = 7)
        class Kept {
            @RepeatedTest(2)
            void kept(LocalFunctions functions) {
                note(functions);
            }

            @Nested
            @AloftTest(seed = 8)
            class OtherSeed {
                @Test
                void keepsTheProfile(LocalFunctions functions) {
                    note(functions);
                }
            }
        }
    }

    @Test
    void aSeedIsANumber() {
        Throwable failure = TestRun.of(BadSeed.class, "aloft.seed", "seven").onlyFailure();

        assertThat(failure)
                .hasMessage(
                        "ALOFT-153 aloft.seed is seven. Let it be a whole number, or random for another one at each run.");
    }

    @AloftTest
    static class BadSeed {
        @Test
        void fails() {}
    }

    @Test
    void aProfileIsOneThatThereIs() {
        assertThat(TestRun.of(BadProfile.class).onlyFailure()).rootCause().hasMessageStartingWith("ALOFT-140 ");
    }

    @AloftTest(profile = "moon", settings = ParcelIndex.SETTING)
    static class BadProfile {
        @Test
        void fails(LocalFunctions functions) {}
    }

    @Test
    void theSeedIsTheSameWhateverRunsTheTest() {
        String test = "[engine:junit-jupiter]/[class:shop.ShipOrderTest]/[method:ships()]";

        assertThat(Chance.seed("[engine:junit-platform-suite]/[suite:shop.All]/" + test))
                .isEqualTo(Chance.seed(test))
                .isBetween(1L, 999_999L);
    }
}
