package dev.aloft.local.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.aloft.local.LocalFunctions;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;

class CapturedOutputTest {
    @Test
    void aTestThatPassesPrintsNothing() {
        TestRun.of(Passing.class).isSilentSuccessOf(2);
    }

    @AloftTest(profile = "calm", settings = ParcelIndex.SETTING)
    static class Passing {
        @Test
        void seesWhatFunctionsAndAloftPrint(LocalFunctions functions, CapturedOutput output) {
            functions.queue("parcels").send("");
            functions.deliverAll();

            assertThat(output.lines()).contains("took ");
            assertThat(output.text())
                    .contains("java.lang.IllegalArgumentException")
                    .contains("take-parcel");
        }

        @Test
        void seesEveryWayOfPrinting(CapturedOutput output) throws InterruptedException {
            System.out.print('a');
            System.out.print(new char[] {'b', '\u00e9'});
            System.out.println((Object) null);
            System.out.printf(Locale.ROOT, "%d%n", 7);
            System.out.append("c").append('d').println(true);
            System.out.write('e');
            System.out.writeBytes(new byte[] {'f', '\n'});
            System.err.println("error");
            System.err.flush();
            assertThat(System.err.checkError()).isFalse();
            Thread thread = new Thread(() -> System.out.println("thread"));
            thread.start();
            thread.join();

            assertThat(output.lines()).containsExactly("ab\u00e9null", "7", "cdtrue", "ef", "error", "thread");
            assertThat(output).hasToString(output.text());
        }
    }

    @Test
    void aTestThatFailsPrintsAllOfIt() {
        TestRun run = TestRun.of(Failing.class);

        assertThat(run.failed).containsOnlyKeys("fails(LocalFunctions)", "failsAfterwards()");
        assertThat(run.printed)
                .contains(Failing.class.getName()
                        + " fails(LocalFunctions) has failed.\nPrinted meanwhile:\ntook p\nprofile calm, seed ")
                .contains(Failing.class.getName() + " failsAfterwards() has failed.\nPrinted meanwhile:\nline\n")
                .doesNotContain("passes", "aborts");
    }

    @AloftTest(profile = "calm", settings = ParcelIndex.SETTING)
    static class Failing {
        private boolean failsLater;

        @AfterEach
        void fails() {
            assertThat(failsLater).isFalse();
        }

        @Test
        void fails(LocalFunctions functions) {
            functions.queue("parcels").send("p");
            functions.deliverAll();
            throw new AssertionError();
        }

        @Test
        void failsAfterwards() {
            System.out.print("line");
            failsLater = true;
        }

        @Test
        void passes() {
            System.out.println("passes");
        }

        @Test
        void aborts() {
            System.out.println("aborts");
            assumeTrue(failsLater);
        }
    }

    @Test
    void everyTestPrintsIfThatIsAskedFor() {
        TestRun run = TestRun.of(Talking.class, "aloft.output", "always");

        assertThat(run.failed).isEmpty();
        assertThat(run.printed).isEqualTo("one\ntwo\n");
    }

    @AloftTest
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class Talking {
        @BeforeAll
        static void areShared(CapturedOutput output) {
            assertThat(output.text()).isEmpty();
        }

        @Test
        void one() {
            System.out.println("one");
        }

        @Test
        void two() {
            System.out.println("two");
        }
    }

    @Test
    void aTestThatFailsWithoutAWordPrintsNothing() {
        TestRun run = TestRun.of(Wordless.class);

        assertThat(run.onlyFailure()).hasMessage("no word");
        assertThat(run.printed).isEmpty();
    }

    @AloftTest
    static class Wordless {
        @Test
        void fails() {
            throw new AssertionError("no word");
        }
    }

    @Test
    void dynamicTestsAreTold() {
        TestRun run = TestRun.of(Dynamic.class);

        assertThat(run.failed).containsOnlyKeys("two");
        assertThat(run.printed).isEqualTo(Dynamic.class.getName() + " two has failed.\nPrinted meanwhile:\none\ntwo\n");
    }

    @AloftTest(profile = "calm", settings = ParcelIndex.SETTING)
    static class Dynamic {
        @TestFactory
        List<DynamicTest> tests(CapturedOutput output) {
            return List.of(dynamicTest("one", () -> System.out.println("one")), dynamicTest("two", () -> {
                System.out.println("two");
                assertThat(output.lines()).hasSize(1);
            }));
        }
    }

    @Test
    void whatBelongsToAClassIsToldWithIt() {
        TestRun run = TestRun.of(OfClass.class);

        assertThat(run.onlyFailure()).hasMessage("in the end");
        assertThat(run.printed)
                .isEqualTo(OfClass.class.getName()
                        + " CapturedOutputTest$OfClass has failed.\nPrinted meanwhile:\nall\neach\n");
    }

    @AloftTest
    static class OfClass {
        @BeforeAll
        static void prints(CapturedOutput output) {
            System.out.println("all");
        }

        @Test
        void printsToo() {
            System.out.println("each");
        }

        @AfterAll
        static void fails() {
            throw new AssertionError("in the end");
        }
    }

    @Test
    void whatIsPrintedOutsideOfTestsIsPrinted() throws Exception {
        TestRun run = TestRun.of(Outside.class);

        assertThat(run.failed).isEmpty();
        assertThat(run.printed).isEqualTo("pool\n");
    }

    @AloftTest
    @TestInstance(Lifecycle.PER_CLASS)
    static class Outside {
        @Test
        void aPoolServesEverybody(CapturedOutput output) throws Exception {
            ForkJoinPool pool = new ForkJoinPool(1);
            try {
                pool.submit(() -> System.out.println("pool")).get();
            } finally {
                pool.shutdownNow();
            }

            assertThat(output.text()).isEmpty();
        }
    }

    @Test
    void whatAThreadPrintsWhenItsTestIsOverIsNobodys() throws Exception {
        CapturedOutput output = new CapturedOutput();
        StandardStreams streams = new StandardStreams();
        streams.close();

        streams.direct(output);
        assertThat(streams.current()).isSameAs(output);
        output.close();

        assertThat(streams.current()).isNull();
    }

    @Test
    void streamsOfSomebodyElseStayInPlace() {
        PrintStream before = System.out;
        StandardStreams streams = new StandardStreams();
        PrintStream other = new PrintStream(OutputStream.nullOutputStream());
        System.setOut(other);
        try {
            streams.close();

            assertThat(System.out).isSameAs(other);
        } finally {
            System.setOut(before);
        }
    }
}
