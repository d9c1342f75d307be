package dev.aloft.testkit.gcp;

import static org.assertj.core.api.Assumptions.assumeThat;

import dev.aloft.HttpHandler;
import dev.aloft.gcp.GcpEntryPoint;
import dev.aloft.runtime.FunctionRuntime;
import dev.aloft.testkit.DeployedJar;
import dev.aloft.testkit.runtime.GoogleInvokerHarness;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Google's own invoker with an application of this package. */
final class GoogleServer {
    private GoogleServer() {}

    static GoogleInvokerHarness start(Path folder) throws IOException {
        return builder(folder, TellingApplication.class, Map.of()).start();
    }

    /** With the applications of this package; the setting ALOFT_INDEX names one of them. */
    private static Path jar(Path folder) throws IOException {
        Path file = folder.resolve("application.jar");
        try (DeployedJar jar = DeployedJar.in(file)) {
            jar.withModuleOf(HttpHandler.class)
                    .withModuleOf(FunctionRuntime.class)
                    .withModuleOf(GcpEntryPoint.class)
                    .withPackageOf(GoogleServer.class);
        }
        return file;
    }

    /** Skips the test, with the reason, where the invoker could not be kept from the network. */
    static GoogleInvokerHarness.Builder builder(Path folder, Class<?> application, Map<String, String> settings)
            throws IOException {
        assumeThat(GoogleInvokerHarness.unavailableReason()).isEmpty();
        Map<String, String> environment = new java.util.HashMap<>(settings);
        environment.put("ALOFT_INDEX", application.getName());
        return GoogleInvokerHarness.builder()
                .code(jar(folder))
                .target(GcpEntryPoint.class.getName())
                .environment(environment);
    }
}
