package dev.aloft.local.junit;

import static dev.aloft.local.junit.TestRun.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aloft.local.LocalFunctions;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.FunctionIndex;
import dev.aloft.spi.HandlerFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class SetupTest {
    @Test
    void classesLeaveOutTheFunctionsOfOthers() {
        TestRun.of(OneClass.class).isSilentSuccessOf(2);
    }

    @AloftTest(value = ParcelIndex.Parcels.class, profile = "calm", settings = ParcelIndex.SETTING)
    static class OneClass {
        @RepeatedTest(2)
        void bothOfItsFunctionsAreThere(LocalFunctions functions) {
            functions.queue("parcels").send("p");
            functions.deliverAll();

            assertThat(functions.http().get("/parcels").text()).isEqualTo("1");
            assertThat(functions.definitions())
                    .extracting(FunctionDefinition::name)
                    .containsExactly("count-parcels", "take-parcel");
        }
    }

    @Test
    void furtherInstancesOfAClassShareNothing() throws Exception {
        FunctionIndex index = ClassFunctions.of(
                List.of(ParcelIndex.Parcels.class), Map.of("ALOFT_INDEX", ParcelIndex.class.getName()));
        List<Object> made = new ArrayList<>();
        HandlerFactory factory = new HandlerFactory() {
            @Override
            public <T> T create(Class<T> type) throws Exception {
                T handler = type.getDeclaredConstructor().newInstance();
                made.add(handler);
                return handler;
            }
        };

        index.handler("count-parcels", factory);
        index.handler("take-parcel", factory);
        assertThat(made).hasSize(1);

        index.handler("take-parcel", factory);
        index.handler("count-parcels", factory);
        assertThat(made).hasSize(2);
        assertThatThrownBy(() -> index.handler("other", factory)).hasMessageStartingWith("No function other in [");
    }

    @Test
    void aSettingHasANameAndAValue() {
        assertFails(
                BadSetting.class,
                "ALOFT-150 Setting 2 in @AloftTest of " + BadSetting.class.getName()
                        + " has no name before an equals sign. Write it as \"NAME=value\".");
    }

    @AloftTest(settings = {"A=B", "secret"})
    static class BadSetting {
        @Test
        void fails() {}
    }

    @Test
    void aClassNeedsAFunction() {
        assertFails(
                BadClass.class,
                "ALOFT-151 @AloftTest names java.lang.String, but the index has no function of that class. It has some of ["
                        + ParcelIndex.TellSetting.class.getName()
                        + "]. Name one of these, or compile the class with a trigger and Aloft's processor.");
    }

    @AloftTest(
            value = {ParcelIndex.Parcels.class, String.class},
            profile = "calm",
            settings = ParcelIndex.SETTING)
    static class BadClass {
        @Test
        void fails(LocalFunctions functions) {}
    }

    @Test
    void anIndexThatDoesNotTellItsClassesIsOfNoUse() {
        assertFails(
                BadIndex.class,
                "ALOFT-151 @AloftTest names classes, but the index does not tell of which class function greet is:"
                        + " java.lang.Exception: broken. Use @FunctionsUnderTest instead.");
    }

    @AloftTest(value = String.class, settings = "ALOFT_INDEX=dev.aloft.local.junit.SetupTest$BrokenIndex")
    static class BadIndex {
        @Test
        void fails(LocalFunctions functions) {}
    }

    /** An index whose handlers cannot be made. */
    public static final class BrokenIndex implements FunctionIndex {
        @Override
        public List<FunctionDefinition> functions() {
            return List.of(FunctionDefinition.http("greet", "/greet", "GET"));
        }

        @Override
        public Object handler(String functionName, HandlerFactory factory) throws Exception {
            throw new Exception("broken");
        }
    }

    @Test
    void withoutAnIndexThereIsNothingToChooseFrom() {
        Throwable failure = TestRun.of(NoIndex.class).onlyFailure();

        assertThat(failure).rootCause().hasMessageStartingWith("ALOFT-101 ");
    }

    @AloftTest(String.class)
    static class NoIndex {
        @Test
        void fails(LocalFunctions functions) {}
    }

    @Test
    void aStartIsATime() {
        assertFails(
                BadStart.class,
                "ALOFT-154 Time cannot start at tomorrow, as @AloftTest of " + BadStart.class.getName()
                        + " says. Write it as 2026-03-29T00:30:00Z.");
    }

    @AloftTest(startingAt = "tomorrow")
    static class BadStart {
        @Test
        void fails() {}
    }
}
