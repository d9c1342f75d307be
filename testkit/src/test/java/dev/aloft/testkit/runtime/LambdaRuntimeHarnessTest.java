package dev.aloft.testkit.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.aloft.testkit.runtime.LambdaResult.Exited;
import dev.aloft.testkit.runtime.LambdaResult.FunctionError;
import dev.aloft.testkit.runtime.LambdaResult.InitError;
import dev.aloft.testkit.runtime.LambdaResult.TimedOut;
import dev.aloft.testkit.runtime.functions.LambdaFunctions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LambdaRuntimeHarnessTest {
    private static LambdaRuntimeHarness reveal;

    @TempDir
    static Path folder;

    private static Path jar;

    @BeforeAll
    static void start() throws IOException {
        assumeThat(LambdaRuntimeHarness.unavailableReason()).isEmpty();
        jar = TestCode.jar(folder.resolve("functions.jar"), LambdaFunctions.class);
        reveal = builder("Reveal")
                .environment(Map.of("ALOFT_FUNCTION", "place-order", "AWS_REGION", "us-east-1"))
                .jvmOptions(List.of("-Xmx128m", "-Dmine=set", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"))
                .start();
    }

    @AfterAll
    static void stop() {
        if (reveal != null) {
            reveal.close();
        }
    }

    private static LambdaRuntimeHarness.Builder builder(String function) {
        return LambdaRuntimeHarness.builder().code(jar).handler(LambdaFunctions.class.getName() + "$" + function);
    }

    private static String reveal(String name) {
        return reveal.invoke(name).success().text();
    }

    @Test
    void everyByteSurvivesBothWays() {
        byte[] bytes = new byte[70_000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }

        try (LambdaRuntimeHarness echo = builder("Echo").start()) {
            assertThat(echo.invoke(bytes).success().payload()).isEqualTo(bytes);
            assertThat(echo.invoke(new byte[0]).success().payload()).isEmpty();
            assertThat(echo.initError()).isEmpty();
            assertThat(echo.initTime()).isBetween(Duration.ofMillis(1), Duration.ofSeconds(30));
        }
    }

    @Test
    void codeIsUnpackedAndLoadedByTheRuntimesClassLoader() {
        assertThat(reveal("class loader"))
                .isEqualTo("com.amazonaws.services.lambda.runtime.api.client.CustomerClassLoader");
        assertThat(reveal("code")).isEqualTo(reveal("LAMBDA_TASK_ROOT") + "/").endsWith("/task/");
        assertThat(reveal("user.dir")).isEqualTo(reveal("LAMBDA_TASK_ROOT"));
    }

    @Test
    void folderIsTheTaskRootItself() {
        Path classes = TestCode.folder(LambdaFunctions.class);

        try (LambdaRuntimeHarness lambda = builder("Reveal").code(classes).start()) {
            assertThat(lambda.invoke("code").success().text()).isEqualTo(classes + "/");
        }
        assertThat(classes).isDirectory();
    }

    @Test
    void environmentIsLambdasWithTheFunctionsOwn() {
        assertThat(reveal("environment").split(" "))
                .contains("AWS_LAMBDA_FUNCTION_NAME", "AWS_LAMBDA_FUNCTION_VERSION", "AWS_LAMBDA_FUNCTION_MEMORY_SIZE")
                .contains("AWS_LAMBDA_RUNTIME_API", "_HANDLER", "ALOFT_FUNCTION")
                .doesNotContain("HOME", "USER", "JAVA_HOME", "MAVEN_CMD_LINE_ARGS");
        assertThat(reveal("ALOFT_FUNCTION")).isEqualTo("place-order");
        assertThat(reveal("AWS_REGION")).isEqualTo("us-east-1");
        assertThat(reveal("mine")).isEqualTo("set");
        assertThat(reveal("file.encoding")).isEqualTo("UTF-8");
    }

    @Test
    void headersOfTheInvocationReachTheContext() {
        LambdaInvocation id = LambdaInvocation.of("request id").withRequestId("8476a536-e9f4-11e8-9739-2dfe598c3fcd");
        LambdaInvocation remaining = LambdaInvocation.of("remaining").withRemaining(Duration.ofSeconds(3));
        String trace = "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Sampled=1";
        LambdaInvocation traced =
                LambdaInvocation.of("com.amazonaws.xray.traceHeader").withTraceId(trace);

        assertThat(reveal.invoke(id).success().text()).isEqualTo("8476a536-e9f4-11e8-9739-2dfe598c3fcd");
        assertThat(Integer.parseInt(reveal.invoke(remaining).success().text())).isBetween(0, 3000);
        assertThat(reveal.invoke(traced).success().text()).isEqualTo(trace);
    }

    @Test
    void thrownExceptionIsAFunctionErrorAndTheNextEventIsServed() {
        try (LambdaRuntimeHarness lambda = builder("Throws").start()) {
            for (int i = 0; i < 2; i++) {
                assertThat(lambda.invoke("{}")).isInstanceOfSatisfying(FunctionError.class, error -> {
                    assertThat(error.fault().type()).isEqualTo("java.lang.IllegalStateException");
                    assertThat(error.fault().message()).isEqualTo("no \"luck\"\ntoday");
                    assertThat(error.fault().stackTrace().get(0)).contains("LambdaFunctions$Throws.handleRequest");
                    assertThat(error.elapsed()).isPositive();
                });
            }
        }
    }

    @Test
    void thrownErrorOfTheConstructorIsAnInitError() {
        try (LambdaRuntimeHarness lambda = builder("ConstructorThrows").start()) {
            assertThat(lambda.initError()).hasValueSatisfying(fault -> {
                assertThat(fault.type()).isEqualTo("java.lang.IllegalArgumentException");
                assertThat(fault.message()).isEqualTo("cannot be made");
            });
            assertThat(lambda.invoke("{}")).isInstanceOf(InitError.class);
            assertThatThrownBy(() -> lambda.invoke("{}").success())
                    .isInstanceOf(HarnessException.class)
                    .hasMessageContaining("could not start")
                    .hasMessageContaining("cannot be made");
        }
    }

    @Test
    void errorOfTheStaticInitialiserIsAnInitError() {
        try (LambdaRuntimeHarness lambda = builder("InitialiserThrows").start()) {
            assertThat(lambda.invoke("{}"))
                    .isInstanceOfSatisfying(
                            InitError.class,
                            error -> assertThat(error.fault().type())
                                    .isEqualTo("java.lang.ExceptionInInitializerError"));
            assertThat(lambda.awaitLine(line -> line.contains("For input string: \"seven\""), Duration.ofSeconds(10)))
                    .isPresent();
        }
    }

    @Test
    void absentClassIsAnErrorOfEachEvent() {
        try (LambdaRuntimeHarness lambda = builder("Absent").start()) {
            assertThat(lambda.invoke("{}"))
                    .isInstanceOfSatisfying(
                            FunctionError.class,
                            error -> assertThat(error.fault().type()).isEqualTo("java.lang.ClassNotFoundException"));
        }
    }

    @Test
    void hangBecomesATimeoutAndTheProcessIsKilled() {
        try (LambdaRuntimeHarness lambda =
                builder("Hangs").timeLimit(Duration.ofSeconds(1)).start()) {
            assertThat(lambda.invoke("{}")).isInstanceOfSatisfying(TimedOut.class, late -> {
                assertThat(late.limit()).isEqualTo(Duration.ofSeconds(1));
                assertThat(late.output()).contains("hanging");
            });
            assertThat(lambda.process().isAlive()).isFalse();
            assertThat(lambda.invoke("{}")).isInstanceOf(Exited.class);
        }
    }

    @Test
    void endOfTheProcessIsTold() {
        try (LambdaRuntimeHarness lambda = builder("Halts").start()) {
            assertThat(lambda.invoke("{}")).isInstanceOfSatisfying(Exited.class, exited -> {
                assertThat(exited.exitCode()).isEqualTo(3);
                assertThat(exited.output()).endsWith("halting\n");
            });
        }
    }

    @Test
    void processThatNeverAsksForAnEventIsTold() {
        try (LambdaRuntimeHarness lambda =
                builder("Echo").jvmOptions(List.of("-XX:NoSuchFlag")).start()) {
            assertThatThrownBy(lambda::initError)
                    .isInstanceOf(HarnessException.class)
                    .hasMessageStartingWith(
                            "The Lambda runtime ended with exit code 1 before it was ready. It printed:\n")
                    .hasMessageContaining("NoSuchFlag");
        }
    }

    @Test
    void answerOverLambdasLimitIsRefusedAndTheNextEventIsServed() {
        try (LambdaRuntimeHarness lambda = builder("Repeats").start()) {
            String limit = Integer.toString(RuntimeApi.ANSWER_LIMIT);
            String over = Integer.toString(RuntimeApi.ANSWER_LIMIT + 1);

            assertThat(lambda.invoke(limit).success().payload()).hasSize(RuntimeApi.ANSWER_LIMIT);
            assertThat(lambda.invoke(over))
                    .isInstanceOfSatisfying(
                            FunctionError.class,
                            error -> assertThat(error.fault().type()).isEqualTo("Function.ResponseSizeTooLarge"));
            assertThat(lambda.invoke("3").success().text()).isEqualTo("xxx");
        }
    }

    @Test
    void concurrentEventsMeetInOneProcess() {
        Map<String, String> two = Map.of("AWS_LAMBDA_MAX_CONCURRENCY", "2");

        try (LambdaRuntimeHarness lambda = builder("Meets").environment(two).start()) {
            CompletableFuture<LambdaResult> first = CompletableFuture.supplyAsync(() -> lambda.invoke("1"));
            LambdaResult second = lambda.invoke("2");

            assertThat(second.success().text()).isEqualTo("2");
            assertThat(first.join().success().text()).isEqualTo("1");
        }
    }

    @Test
    void processesThatStartTogetherAllServe() {
        List<LambdaRuntimeHarness> together = new ArrayList<>();
        try {
            for (int i = 0; i < 6; i++) {
                together.add(builder("Echo").start());
            }

            for (LambdaRuntimeHarness lambda : together) {
                assertThat(lambda.invoke("there").success().text()).isEqualTo("there");
            }
        } finally {
            together.forEach(LambdaRuntimeHarness::close);
        }
        assertThat(together).noneMatch(lambda -> lambda.process().isAlive());
    }

    @Test
    void closeLeavesNothing() {
        LambdaRuntimeHarness lambda = builder("Reveal").start();
        Path taskRoot = Path.of(lambda.invoke("LAMBDA_TASK_ROOT").success().text());
        String api = lambda.invoke("AWS_LAMBDA_RUNTIME_API").success().text();
        assertThat(taskRoot).isDirectory();

        lambda.close();

        assertThat(lambda.process().isAlive()).isFalse();
        assertThat(taskRoot.getParent()).doesNotExist();
        int port = Integer.parseInt(api.substring(api.indexOf(':') + 1));
        assertThatThrownBy(() -> RawHttpClient.tcp(port).open()).isInstanceOf(IOException.class);
    }

    @Test
    void nothingListensBeyondLoopback() throws IOException {
        String api = reveal("AWS_LAMBDA_RUNTIME_API");
        String port = String.format("%04X", Integer.parseInt(api.substring(api.indexOf(':') + 1)));

        assertThat(ListeningSockets.of(ProcessHandle.current().pid(), "self"))
                .anyMatch(address -> address.endsWith("0100007F:" + port))
                .allMatch(address -> address.contains("0100007F:"));
        assertThat(ListeningSockets.of(reveal.process().pid(), "self")).isEmpty();
    }

    @Test
    void usageIsThatOfTheProcess() {
        reveal("mine");

        assertThat(reveal.usage().cpu()).isBetween(Duration.ofMillis(10), Duration.ofSeconds(30));
        assertThat(reveal.usage().peakResidentBytes()).isBetween(10_000_000L, 500_000_000L);
    }

    @Test
    void otherJdkRunsTheFunction() throws IOException {
        Path home = Files.createDirectory(folder.resolve("jdk"));

        assertThatThrownBy(builder("Echo").java(home)::start)
                .isInstanceOf(HarnessException.class)
                .hasMessage("There is no " + home.resolve("bin/java")
                        + ". java() takes the home of a JDK, the folder that holds bin/java.");
    }

    @Test
    void missingSettingIsNamed() {
        assertThatThrownBy(LambdaRuntimeHarness.builder().code(jar)::start)
                .hasMessage("Call handler(...) on the builder before start(): it has no default.");
        assertThatThrownBy(LambdaRuntimeHarness.builder().handler("a.B")::start)
                .hasMessage("Call code(...) on the builder before start(): it has no default.");
    }
}
