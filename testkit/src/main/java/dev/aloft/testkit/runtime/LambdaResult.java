package dev.aloft.testkit.runtime;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * How an invocation ended, as Lambda would see it.
 *
 * <pre>{@code
 * byte[] reply = lambda.invoke(event).success().payload();          // or a failure that shows everything
 *
 * if (lambda.invoke(event) instanceof LambdaResult.FunctionError error) {
 *     assertThat(error.fault().type()).isEqualTo("java.lang.IllegalStateException");
 * }
 * }</pre>
 */
public sealed interface LambdaResult {

    /**
     * The function answered.
     *
     * @param payload the answer's bytes
     * @param elapsed from the moment at which the event was sent to the moment at which the whole answer had arrived
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Success(byte[] payload, Duration elapsed) implements LambdaResult {

        /**
         * The answer as UTF-8 text.
         *
         * @return the text, for example {@code {"statusCode":200}}
         */
        public String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            return "The function answered: " + text();
        }
    }

    /**
     * The function failed, and Lambda was told so: it retries an asynchronous event and a batch, and shows the caller of a
     * synchronous one the error.
     *
     * @param fault what Lambda was told
     * @param elapsed from the moment at which the event was sent to the moment at which the error had arrived
     */
    record FunctionError(LambdaFault fault, Duration elapsed) implements LambdaResult {
        @Override
        public String toString() {
            return "The function failed: " + fault.json();
        }
    }

    /**
     * The function could not be made, so no event ever reaches it. Lambda tries again with a new process.
     *
     * @param fault what Lambda was told
     */
    record InitError(LambdaFault fault) implements LambdaResult {
        @Override
        public String toString() {
            return "The function could not start: " + fault.json();
        }
    }

    /**
     * The function did not answer in time. Its process was killed, as Lambda does.
     *
     * @param limit the harness's time limit
     * @param output what the process printed
     */
    record TimedOut(Duration limit, String output) implements LambdaResult {
        @Override
        public String toString() {
            return HarnessException.withOutput(
                    "The function did not answer within " + limit.toMillis() + " ms.", output);
        }
    }

    /**
     * The process ended without an answer; Lambda reports {@code Runtime.ExitError}.
     *
     * @param exitCode the exit code, for example 137 after a kill
     * @param output what the process printed
     */
    record Exited(int exitCode, String output) implements LambdaResult {
        @Override
        public String toString() {
            return HarnessException.withOutput(
                    "The process ended with exit code " + exitCode + " and no answer.", output);
        }
    }

    /**
     * The success that the caller expects.
     *
     * @return this result
     * @throws HarnessException if the function did not answer; the message shows the error or what the process printed
     */
    default Success success() {
        if (this instanceof Success success) {
            return success;
        }
        throw HarnessException.failed(toString());
    }
}
