package dev.aloft.local.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.local.LocalFunctions;
import dev.aloft.local.LocalHttp;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AloftExtensionTest {
    private static void takeOne(LocalFunctions functions) {
        functions.queue("parcels").send("p");
        functions.deliverAll();
    }

    @Test
    void whatATestIsGivenBelongsTogether() {
        TestRun.of(Together.class).isSilentSuccessOf(1);
    }

    @AloftTest(profile = "calm", settings = ParcelIndex.SETTING)
    static class Together {
        @BeforeEach
        void takesOne(LocalFunctions functions) {
            takeOne(functions);
        }

        @Test
        void countsOne(LocalFunctions functions, LocalHttp http, Clock clock, InstantSource source) {
            assertThat(http.get("/parcels").text()).isEqualTo("1");

            functions.advance(Duration.ofDays(1));

            assertThat(clock.instant()).isEqualTo("2026-01-02T00:00:00Z").isEqualTo(source.instant());
        }
    }

    @Test
    void eachTestHasFunctionsOfItsOwn() {
        TestRun.of(ByMethod.class).isSilentSuccessOf(3 + 2 + 1);
        TestRun.of(ByConstructor.class).isSilentSuccessOf(3);
        TestRun.of(OneInstance.class).isSilentSuccessOf(2);
    }

    @AloftTest(profile = "calm", settings = ParcelIndex.SETTING)
    static class ByMethod {
        @RepeatedTest(3)
        void countsOne(LocalFunctions functions) {
            takeOne(functions);

            assertThat(functions.http().get("/parcels").text()).isEqualTo("1");
        }

        @ParameterizedTest
        @ValueSource(strings = {"a", "b"})
        void countsTwo(String parcel, LocalFunctions functions) {
            functions.queue("parcels").send(parcel);
            takeOne(functions);

            assertThat(functions.http().get("/parcels").text()).isEqualTo("2");
        }

        @Test
        void countsNone(LocalHttp http) {
            assertThat(http.get("/parcels").text()).isEqualTo("0");
        }
    }

    @AloftTest(profile = "calm", settings = ParcelIndex.SETTING)
    static class ByConstructor {
        private final LocalFunctions functions;

        ByConstructor(LocalFunctions functions) {
            this.functions = functions;
        }

        @RepeatedTest(3)
        void countsOne(LocalFunctions same) {
            takeOne(functions);

            assertThat(same).isSameAs(functions);
            assertThat(functions.http().get("/parcels").text()).isEqualTo("1");
        }
    }

    @AloftTest(profile = "calm", settings = ParcelIndex.SETTING)
    @TestInstance(Lifecycle.PER_CLASS)
    static class OneInstance {
        @RepeatedTest(2)
        void countsOne(LocalFunctions functions) {
            takeOne(functions);

            assertThat(functions.http().get("/parcels").text()).isEqualTo("1");
        }
    }

    @Test
    void whatAClassIsGivenIsSharedByItsTests() {
        TestRun.of(SharedByConstructor.class).isSilentSuccessOf(3);
        TestRun.of(SharedBeforeAll.class).isSilentSuccessOf(2);
    }

    @AloftTest(profile = "calm", settings = ParcelIndex.SETTING)
    @TestInstance(Lifecycle.PER_CLASS)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class SharedByConstructor {
        private final LocalFunctions functions;

        SharedByConstructor(LocalFunctions functions) {
            this.functions = functions;
        }

        @Test
        @Order(1)
        void takes(LocalFunctions same) {
            takeOne(same);

            assertThat(same).isSameAs(functions);
        }

        @Test
        @Order(2)
        void counts(LocalHttp http) {
            assertThat(http.get("/parcels").text()).isEqualTo("1");
        }

        @Nested
        class Within {
            @Test
            void countsToo(LocalHttp http) {
                assertThat(http.get("/parcels").text()).isEqualTo("1");
            }
        }
    }

    @AloftTest(profile = "calm", settings = ParcelIndex.SETTING)
    static class SharedBeforeAll {
        @BeforeAll
        static void takes(LocalFunctions functions) {
            takeOne(functions);
        }

        @RepeatedTest(2)
        void counts(LocalHttp http) {
            assertThat(http.get("/parcels").text()).isEqualTo("1");
        }
    }

    @Test
    void nestedClassesHaveWhatTheClassesAroundThemSay() {
        TestRun.of(Outer.class).isSilentSuccessOf(4);
    }

    @AloftTest(
            profile = "calm",
            settings = {ParcelIndex.SETTING, "COLOUR=blue"},
            startingAt = "2030-01-01T00:00:00Z")
    static class Outer {
        @Test
        void isBlue(LocalHttp http) {
            assertThat(http.get("/setting").text()).isEqualTo("blue");
        }

        @Nested
        class Same {
            @Test
            void isBlueToo(LocalFunctions functions) {
                assertThat(functions.http().get("/setting").text()).isEqualTo("blue");
                assertThat(functions.now()).isEqualTo("2030-01-01T00:00:00Z");
            }

            @Nested
            @AloftTest(settings = "COLOUR=red")
            class Changed {
                @Test
                void isRed(LocalFunctions functions) {
                    assertThat(functions.http().get("/setting").text()).isEqualTo("red");
                    assertThat(functions.now()).isEqualTo("2030-01-01T00:00:00Z");
                }
            }
        }

        @Nested
        @AloftTest(startingAt = "2031-01-01T00:00:00Z")
        class Later {
            @Test
            void isLater(InstantSource time) {
                assertThat(time.instant()).isEqualTo(Instant.parse("2031-01-01T00:00:00Z"));
            }
        }
    }

    @Test
    void anAnnotationOfTheApplicationsOwnCanCarryIt() {
        TestRun.of(ByOwnAnnotation.class).isSilentSuccessOf(1);
        TestRun.of(ByInheritance.class).isSilentSuccessOf(1);
    }

    @AloftTest(profile = "calm", settings = ParcelIndex.SETTING)
    @Retention(RetentionPolicy.RUNTIME)
    @interface ParcelTest {}

    @ParcelTest
    static class ByOwnAnnotation {
        @Test
        void countsNone(LocalHttp http) {
            assertThat(http.get("/parcels").text()).isEqualTo("0");
        }
    }

    static class ByInheritance extends Together {}

    @Test
    void parallelTestsDoNotMeet() {
        TestRun run = TestRun.of(
                Parallel.class,
                "junit.jupiter.execution.parallel.enabled",
                "true",
                "junit.jupiter.execution.parallel.config.strategy",
                "fixed",
                "junit.jupiter.execution.parallel.config.fixed.parallelism",
                "4");

        run.isSilentSuccessOf(40);
        assertThat(Parallel.THREADS).hasSizeGreaterThan(1);
    }

    @AloftTest(profile = "calm", settings = ParcelIndex.SETTING)
    @Execution(ExecutionMode.CONCURRENT)
    static class Parallel {
        private static final Set<Thread> THREADS = ConcurrentHashMap.newKeySet();
        private static final CountDownLatch TWO_AT_ONCE = new CountDownLatch(2);

        @RepeatedTest(40)
        void countsOne(RepetitionInfo repetition, LocalFunctions functions, CapturedOutput output) throws Exception {
            String parcel = "parcel " + repetition.getCurrentRepetition();
            THREADS.add(Thread.currentThread());
            TWO_AT_ONCE.countDown();
            assertThat(TWO_AT_ONCE.await(30, TimeUnit.SECONDS)).isTrue();

            functions.queue("parcels").send(parcel);
            functions.deliverAll();

            assertThat(functions.http().get("/parcels").text()).isEqualTo("1");
            assertThat(output.lines()).containsExactly("took " + parcel);
        }
    }
}
