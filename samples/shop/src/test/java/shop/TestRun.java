package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** A run of a test class as a developer starts it: which of its tests failed, and what was on the console. */
final class TestRun implements TestExecutionListener {
    final List<String> failed = new ArrayList<>();
    int passed;
    String console = "";

    private TestRun() {}

    /** All tests of a class, as with {@code -Daloft.profile=… -Daloft.seed=…}. */
    static TestRun of(Class<?> testClass, String profile, long seed) {
        return of(selectClass(testClass), profile, seed);
    }

    /** The first of 20 seeds with which a test fails under the profile strict. */
    static TestRun thatFails(Class<?> testClass, String test) {
        for (long seed = 1; seed <= 20; seed++) {
            TestRun run = of(testClass, test, "strict", seed);
            if (!run.failed.isEmpty()) {
                return run;
            }
        }
        throw new AssertionError(test + " of " + testClass.getName() + " passes with 20 seeds.");
    }

    /** One test, which may be inherited. */
    static TestRun of(Class<?> testClass, String test, String profile, long seed) {
        for (Class<?> type = testClass; type != null; type = type.getSuperclass()) {
            for (Method method : type.getDeclaredMethods()) {
                if (method.getName().equals(test)) {
                    return of(selectMethod(testClass, method), profile, seed);
                }
            }
        }
        throw new AssertionError(testClass.getName() + " has no test " + test + ".");
    }

    private static TestRun of(DiscoverySelector tests, String profile, long seed) {
        LauncherConfig config = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .build();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(tests)
                .configurationParameter("aloft.profile", profile)
                .configurationParameter("aloft.seed", Long.toString(seed))
                .build();
        TestRun run = new TestRun();
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
        PrintStream out = System.out;
        PrintStream err = System.err;
        System.setOut(stream);
        System.setErr(stream);
        try {
            LauncherFactory.create(config).execute(request, run);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        run.console = printed.toString(StandardCharsets.UTF_8);
        return run;
    }

    void isSilentSuccess() {
        assertThat(failed).isEmpty();
        assertThat(passed).isPositive();
        assertThat(console).isEmpty();
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == Status.FAILED) {
            failed.add(test.getDisplayName());
        } else if (test.isTest()) {
            passed++;
        }
    }
}
