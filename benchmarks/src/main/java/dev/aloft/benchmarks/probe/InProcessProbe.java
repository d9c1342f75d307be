package dev.aloft.benchmarks.probe;

import dev.aloft.HttpResponse;
import dev.aloft.benchmarks.messages.MessageFunctions;
import dev.aloft.local.LocalFunctions;

/** Does what a unit test does, in a process of its own, and prints how long that took. */
public final class InProcessProbe {
    /** How the line begins that has the four times in nanoseconds: first request, first message, a later one of each. */
    public static final String LINE = "nanoseconds ";

    private static final int CALLS = 2_000;

    private InProcessProbe() {}

    /** Prints the line, and ends. */
    public static void main(String[] arguments) {
        long start = System.nanoTime();
        LocalFunctions functions = LocalFunctions.start();
        request(functions);
        long first = System.nanoTime() - start;

        long sent = System.nanoTime();
        LocalFunctions messaging = LocalFunctions.of(new MessageFunctions());
        deliver(messaging);
        long delivered = System.nanoTime() - sent;

        long requests = System.nanoTime();
        for (int i = 0; i < CALLS; i++) {
            request(functions);
        }
        long messages = System.nanoTime();
        for (int i = 0; i < CALLS; i++) {
            deliver(messaging);
        }
        long end = System.nanoTime();
        System.out.println(
                LINE + first + " " + delivered + " " + (messages - requests) / CALLS + " " + (end - messages) / CALLS);
    }

    private static void request(LocalFunctions functions) {
        HttpResponse answer = functions
                .http()
                .post("/text/greet")
                .text("{\"name\":\"Ada\"}", "application/json")
                .send();
        if (answer.status() != 200) {
            throw new IllegalStateException("The answer is " + answer.status());
        }
    }

    private static void deliver(LocalFunctions functions) {
        functions.queue("text-names").send("{\"name\":\"Ada\"}");
        functions.deliverAll();
        if (functions.queue("text-names").waiting() > 0) {
            throw new IllegalStateException("A message still waits");
        }
    }
}
