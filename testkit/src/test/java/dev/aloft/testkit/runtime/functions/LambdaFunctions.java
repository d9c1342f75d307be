package dev.aloft.testkit.runtime.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;

/** Native Lambda functions, each of which does one thing to its runtime. */
public final class LambdaFunctions {
    private LambdaFunctions() {}

    public static final class Echo implements RequestStreamHandler {
        @Override
        public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
            in.transferTo(out);
        }
    }

    /** Answers with the variable or system property that the event names, or with what the context says. */
    public static final class Reveal implements RequestStreamHandler {
        @Override
        public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
            String name = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String value = switch (name) {
                case "request id" -> context.getAwsRequestId();
                case "remaining" -> Integer.toString(context.getRemainingTimeInMillis());
                case "class loader" -> getClass().getClassLoader().getClass().getName();
                case "code" ->
                    getClass()
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .getPath();
                case "environment" -> String.join(" ", System.getenv().keySet());
                default -> System.getProperty(name, System.getenv().getOrDefault(name, "absent"));
            };
            out.write(value.getBytes(StandardCharsets.UTF_8));
        }
    }

    public static final class Throws implements RequestStreamHandler {
        @Override
        public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
            out.write("half an answer".getBytes(StandardCharsets.UTF_8));
            throw new IllegalStateException("no \"luck\"\ntoday");
        }
    }

    public static final class ConstructorThrows implements RequestStreamHandler {
        public ConstructorThrows() {
            throw new IllegalArgumentException("cannot be made");
        }

        @Override
        public void handleRequest(InputStream in, OutputStream out, Context context) {
            throw new AssertionError("never called");
        }
    }

    public static final class InitialiserThrows implements RequestStreamHandler {
        static final int VALUE = Integer.parseInt("seven");

        @Override
        public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
            out.write(VALUE);
        }
    }

    public static final class Hangs implements RequestStreamHandler {
        @Override
        public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
            System.out.println("hanging");
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException interrupt) {
                throw new IOException(interrupt);
            }
        }
    }

    public static final class Halts implements RequestStreamHandler {
        @Override
        public void handleRequest(InputStream in, OutputStream out, Context context) {
            System.err.println("halting");
            Runtime.getRuntime().halt(3);
        }
    }

    /** Answers only once two events are in it at the same time. */
    public static final class Meets implements RequestStreamHandler {
        private final CyclicBarrier barrier = new CyclicBarrier(2);

        @Override
        public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
            try {
                barrier.await();
            } catch (Exception failure) {
                throw new IOException(failure);
            }
            in.transferTo(out);
        }
    }

    /** Answers with as many bytes as the event says. */
    public static final class Repeats implements RequestStreamHandler {
        @Override
        public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
            int length = Integer.parseInt(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            out.write("x".repeat(length).getBytes(StandardCharsets.UTF_8));
        }
    }
}
