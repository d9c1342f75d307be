package dev.aloft.local.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.aloft.AloftException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** A run of other tests by JUnit itself: which passed, why others failed, and what was on the console. */
final class TestRun implements TestExecutionListener {
    final List<String> passed = new CopyOnWriteArrayList<>();
    final Map<String, Throwable> failed = new ConcurrentHashMap<>();
    String printed = "";

    private TestRun() {}

    /** Runs a class with parameters of JUnit's in the form name, value, name, value. */
    static TestRun of(Class<?> testClass, String... parameters) {
        LauncherDiscoveryRequestBuilder request =
                LauncherDiscoveryRequestBuilder.request().selectors(selectClass(testClass));
        for (int i = 0; i < parameters.length; i += 2) {
            request.configurationParameter(parameters[i], parameters[i + 1]);
        }
        TestRun run = new TestRun();
        run.execute(request.build());
        return run;
    }

    private void execute(LauncherDiscoveryRequest request) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(console, true, StandardCharsets.UTF_8);
        System.setOut(stream);
        System.setErr(stream);
        try {
            LauncherConfig config = LauncherConfig.builder()
                    .enableTestExecutionListenerAutoRegistration(false)
                    .enableLauncherSessionListenerAutoRegistration(false)
                    .build();
            LauncherFactory.create(config).execute(request, this);
            assertThat(System.out).as("the stream is given back").isSameAs(stream);
            assertThat(System.err).as("the stream is given back").isSameAs(stream);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        printed = console.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == Status.FAILED) {
            failed.put(test.getDisplayName(), result.getThrowable().orElseThrow());
        } else if (test.isTest() && result.getStatus() == Status.SUCCESSFUL) {
            passed.add(test.getDisplayName());
        }
    }

    /** All passed, and nobody heard of it. */
    void isSilentSuccessOf(int tests) {
        assertThat(failed).isEmpty();
        assertThat(passed).hasSize(tests);
        assertThat(printed).isEmpty();
    }

    Throwable onlyFailure() {
        assertThat(failed).hasSize(1);
        return failed.values().iterator().next();
    }

    /** The class has one failure only, and it is of Aloft's with that text. */
    static void assertFails(Class<?> testClass, String message) {
        Throwable failure = TestRun.of(testClass).onlyFailure();

        while (failure.getCause() != null && !(failure instanceof AloftException)) {
            failure = failure.getCause();
        }
        assertThat(failure).isInstanceOf(AloftException.class).hasMessage(message);
    }
}
