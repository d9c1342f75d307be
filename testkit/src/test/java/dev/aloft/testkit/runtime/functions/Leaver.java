package dev.aloft.testkit.runtime.functions;

import dev.aloft.testkit.runtime.GoogleInvokerHarness;
import dev.aloft.testkit.runtime.LambdaRuntimeHarness;
import dev.aloft.testkit.runtime.RawHttpRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * A test JVM that starts both runtimes and never closes them: prints the ids of its processes, then ends ("exit") or stays.
 *
 * <p>Arguments: the folder of the functions' classes, and "exit" or "stay".
 */
public final class Leaver {
    private Leaver() {}

    @SuppressWarnings("resource")
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path code = Path.of(arguments[0]);
        LambdaRuntimeHarness lambda = LambdaRuntimeHarness.builder()
                .code(code)
                .handler(LambdaFunctions.class.getName() + "$Echo")
                .start();
        lambda.invoke("{}").success();
        GoogleInvokerHarness google = GoogleInvokerHarness.builder()
                .code(code)
                .target(GoogleFunctions.class.getName() + "$Acts")
                .start();
        google.send(RawHttpRequest.of("GET", "/200"));
        StringBuilder started = new StringBuilder("started");
        ProcessHandle.current()
                .descendants()
                .forEach(process -> started.append(' ').append(process.pid()));
        System.out.println(started);
        if (arguments[1].equals("stay")) {
            new CountDownLatch(1).await();
        }
    }
}
