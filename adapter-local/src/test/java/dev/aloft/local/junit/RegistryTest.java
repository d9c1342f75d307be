package dev.aloft.local.junit;

import static dev.aloft.local.junit.TestRun.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Functions;
import dev.aloft.HttpResponse;
import dev.aloft.local.LocalFunctions;
import dev.aloft.local.LocalHttp;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.FunctionIndex;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

class RegistryTest {
    private static Functions greeting(String text) {
        return Functions.builder()
                .http("greet", "GET", "/greet", (request, context) -> HttpResponse.ok(text))
                .build();
    }

    private static String greet(LocalFunctions functions) {
        return functions.http().get("/greet").text();
    }

    @Test
    void aRegistryTakesTheIndexesPlace() {
        TestRun.of(OfInstance.class).isSilentSuccessOf(5);
        TestRun.of(OfClass.class).isSilentSuccessOf(1);
        TestRun.of(OfOneInstance.class).isSilentSuccessOf(1);
    }

    @AloftTest
    static class OfInstance {
        private int greeted;

        @FunctionsUnderTest
        private final FunctionIndex functions = Functions.builder()
                .http("greet", "GET", "/greet", (request, context) -> HttpResponse.ok("no. " + ++greeted))
                .build();

        @RepeatedTest(2)
        void eachTestHasItsOwn(LocalFunctions shop) {
            assertThat(greet(shop)).isEqualTo("no. 1");
            assertThat(greeted).isEqualTo(1);
        }

        @Nested
        class Within {
            @Test
            void isInherited(LocalFunctions shop) {
                assertThat(greet(shop)).isEqualTo("no. 1");
            }
        }

        @Nested
        class WithOther {
            @FunctionsUnderTest
            FunctionIndex other() {
                return greeting("other");
            }

            @Test
            void isReplaced(LocalFunctions shop) {
                assertThat(greet(shop)).isEqualTo("other");
            }
        }

        @Nested
        @AloftTest(value = ParcelIndex.TellSetting.class, profile = "calm", settings = ParcelIndex.SETTING)
        class WithClass {
            @Test
            void isReplaced(LocalFunctions shop) {
                assertThat(shop.definitions())
                        .extracting(FunctionDefinition::name)
                        .containsExactly("tell-setting");
            }
        }
    }

    @AloftTest
    static class OfClass {
        @FunctionsUnderTest
        private static FunctionIndex functions(Clock clock) {
            return Functions.builder()
                    .http("time", "GET", "/time", (request, context) -> HttpResponse.ok("" + clock.instant()))
                    .build();
        }

        private final LocalFunctions functions;

        OfClass(LocalFunctions functions) {
            this.functions = functions;
        }

        @Test
        void handlersGoByTheClock() {
            functions.advance(Duration.ofHours(2));

            assertThat(functions.http().get("/time").text()).isEqualTo("2026-01-01T02:00:00Z");
        }
    }

    @AloftTest
    @TestInstance(Lifecycle.PER_CLASS)
    static class OfOneInstance {
        @FunctionsUnderTest
        private final Functions functions = greeting("hello");

        @BeforeAll
        void greets(LocalFunctions functions) {
            assertThat(greet(functions)).isEqualTo("hello");
        }

        @Test
        void greetsToo(LocalFunctions functions) {
            assertThat(greet(functions)).isEqualTo("hello");
        }
    }

    @Test
    void onlyOneRegistryCanBe() {
        assertFails(
                TwoRegistries.class,
                "ALOFT-152 @FunctionsUnderTest of " + TwoRegistries.class.getName()
                        + " cannot be used: there are 2 in the class. Leave one.");
        assertFails(
                RegistryAndClass.class,
                "ALOFT-152 @FunctionsUnderTest of " + RegistryAndClass.class.getName()
                        + " cannot be used: @AloftTest names classes as well. Leave one of both out.");
    }

    @AloftTest
    static class TwoRegistries {
        @FunctionsUnderTest
        private final Functions one = greeting("one");

        @FunctionsUnderTest
        Functions two() {
            return one;
        }

        @Test
        void fails() {}
    }

    @AloftTest(String.class)
    static class RegistryAndClass {
        @FunctionsUnderTest
        private final Functions functions = greeting("");

        @Test
        void fails() {}
    }

    @Test
    void aRegistryHasToBeThere() {
        assertFails(
                TooEarly.class,
                "ALOFT-152 @FunctionsUnderTest of " + TooEarly.class.getName()
                        + " cannot be used: functions belongs to an instance of the class, and there is none yet. Make it"
                        + " static, or take the functions in the test or in @BeforeEach.");
        assertFails(
                Nothing.class,
                "ALOFT-152 @FunctionsUnderTest of " + Nothing.class.getName()
                        + " cannot be used: functions gave null. Let it give a FunctionIndex, for example of"
                        + " Functions.builder().");
        assertFails(
                SomethingElse.class,
                "ALOFT-152 @FunctionsUnderTest of " + SomethingElse.class.getName()
                        + " cannot be used: functions gave a java.lang.String. Let it give a FunctionIndex, for example of"
                        + " Functions.builder().");
    }

    @AloftTest
    static class TooEarly {
        @FunctionsUnderTest
        private final Functions functions = greeting("");

        @BeforeAll
        static void fails(LocalFunctions functions) {}

        @Test
        void isNotRun() {}
    }

    @AloftTest
    static class Nothing {
        @FunctionsUnderTest
        private Functions functions;

        @Test
        void fails(LocalHttp http) {}
    }

    @AloftTest
    static class SomethingElse {
        @FunctionsUnderTest
        private final Object functions = "functions";

        @Test
        void fails(LocalHttp http) {}
    }

    @Test
    void aRegistryCannotAskForItsOwnFunctions() {
        assertFails(
                Circle.class,
                "ALOFT-152 @FunctionsUnderTest of " + Circle.class.getName()
                        + " cannot be used: it asks for the functions that it is to give, or for their time. Use the clock in a"
                        + " handler.");
    }

    @AloftTest
    static class Circle {
        @FunctionsUnderTest
        FunctionIndex functions(Clock clock) {
            return greeting(clock.instant().toString());
        }

        @Test
        void fails(LocalFunctions functions) {}
    }
}
