package dev.aloft.local.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.aloft.Context;
import dev.aloft.Functions;
import dev.aloft.Message;
import dev.aloft.local.LocalFunctions;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;

class WorkLeftTest {
    private static final String FAILURE = "ALOFT-155 A function has returned, but [take-parcel: WorkLeftTest$Careless.";

    /** Its threads go on until the test class is done with. */
    private static final class Careless {
        private final CountDownLatch end = new CountDownLatch(1);
        private final Functions functions = Functions.builder()
                .queue("take-parcel", "parcels", String.class, this::take)
                .build();

        private void take(Message<String> message, Context context) {
            if (message.payload().equals("careless")) {
                new Thread(this::goOn).start();
            }
        }

        private void goOn() {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void deliver(LocalFunctions functions, String parcel) {
        functions.queue("parcels").send(parcel);
        functions.deliverAll();
    }

    @Test
    void aTestInWhichAFunctionLeavesWorkFails() {
        TestRun run = TestRun.of(Leaving.class);

        assertThat(run.passed)
                .containsExactlyInAnyOrder("whereThatMayBe(LocalFunctions)", "ofNoThread(LocalFunctions)");
        assertThat(run.failed).containsOnlyKeys("careless(LocalFunctions)", "dynamic");
        assertThat(run.failed.values())
                .allSatisfy(failure -> assertThat(failure)
                        .isInstanceOf(AssertionError.class)
                        .hasMessageStartingWith(FAILURE)
                        .hasMessageEndingWith(
                                "] is still at work. A platform stops it there and then, so it may never end."
                                        + " Let the function wait for it, or say @AloftTest(mayLeaveWork = true)."));
        assertThat(run.printed)
                .contains(Leaving.class.getName() + " careless(LocalFunctions) has failed.\nprofile strict, seed ")
                .contains("WARNING work is left running after the return: WorkLeftTest$Careless.")
                .contains("\n- take-parcel left work running after its return\n");
    }

    @AloftTest
    static class Leaving {
        private static Careless careless = new Careless();

        @FunctionsUnderTest
        private final Functions functions = careless.functions;

        @BeforeAll
        static void begins() {
            careless = new Careless();
        }

        @AfterAll
        static void ends() {
            careless.end.countDown();
        }

        @Test
        void careless(LocalFunctions functions) {
            deliver(functions, "careless");
        }

        @Test
        void ofNoThread(LocalFunctions functions) {
            deliver(functions, "careful");
        }

        @TestFactory
        DynamicTest dynamic(LocalFunctions functions) {
            return dynamicTest("dynamic", () -> deliver(functions, "careless"));
        }

        @Nested
        @AloftTest(mayLeaveWork = true)
        class Allowed {
            @Test
            void whereThatMayBe(LocalFunctions functions) {
                deliver(functions, "careless");
            }
        }
    }

    @Test
    void aTestFailsForItsOwnFailureFirst() {
        assertThat(TestRun.of(FailingAnyway.class).onlyFailure()).hasMessage("of its own");
    }

    @AloftTest
    static class FailingAnyway {
        private final Careless careless = new Careless();

        @FunctionsUnderTest
        private final Functions functions = careless.functions;

        @Test
        void fails(LocalFunctions functions) {
            deliver(functions, "careless");
            careless.end.countDown();
            throw new AssertionError("of its own");
        }
    }

    @Test
    void whereFunctionsAreSharedOnlyTheTestFailsThatLeftTheWork() {
        TestRun run = TestRun.of(Shared.class);

        assertThat(run.failed).containsOnlyKeys("a()");
        assertThat(run.passed).containsExactly("b()");
    }

    @AloftTest
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class Shared {
        private static final Careless CARELESS = new Careless();

        @FunctionsUnderTest
        private static final Functions FUNCTIONS = CARELESS.functions;

        private static LocalFunctions shared;

        @BeforeAll
        static void begins(LocalFunctions functions) {
            shared = functions;
        }

        @AfterAll
        static void ends() {
            CARELESS.end.countDown();
        }

        @Test
        void a() {
            deliver(shared, "careless");
        }

        @Test
        void b() {
            deliver(shared, "careful");
        }
    }
}
