package dev.aloft.testkit.runtime.functions;

import dev.aloft.testkit.runtime.GoogleInvokerHarness;
import dev.aloft.testkit.runtime.HarnessException;
import dev.aloft.testkit.runtime.RawHttpRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Starts Google's invoker on a machine that allows no namespace. Argument: the jar of the functions. */
public final class OpenPortUser {
    private OpenPortUser() {}

    public static void main(String[] arguments) throws IOException {
        try (GoogleInvokerHarness google = GoogleInvokerHarness.builder()
                .code(Path.of(arguments[0]))
                .target(GoogleFunctions.class.getName() + "$Acts")
                .start()) {
            System.out.println(google.send(RawHttpRequest.of("GET", "/418")).status());
            System.out.println(google.stop(Duration.ofSeconds(10)));
        } catch (HarnessException refused) {
            System.out.println(refused.kind() + " " + refused.getMessage());
        }
    }
}
