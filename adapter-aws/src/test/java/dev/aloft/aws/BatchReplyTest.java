package dev.aloft.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aloft.AloftException;
import dev.aloft.Body;
import dev.aloft.Functions;
import dev.aloft.Message;
import dev.aloft.MessageHandler;
import dev.aloft.Rejected;
import dev.aloft.runtime.FunctionRuntime;
import dev.aloft.spi.MessageBinding.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What AWS is told of a batch that did not succeed as a whole. */
class BatchReplyTest {
    private static final String[] ON = {"ALOFT_PARTIAL_BATCH", "on"};

    private static String queue(String name, String... idsAndGroups) {
        StringBuilder event = new StringBuilder("{\"Records\":[");
        for (int i = 0; i < idsAndGroups.length; i += 2) {
            event.append(i == 0 ? "" : ",")
                    .append("{\"messageId\":\"")
                    .append(idsAndGroups[i])
                    .append("\",\"body\":\"")
                    .append(idsAndGroups[i])
                    .append("\",\"attributes\":{\"MessageGroupId\":\"")
                    .append(idsAndGroups[i + 1])
                    .append("\"},\"eventSource\":\"aws:sqs\",\"eventSourceARN\":\"arn:aws:sqs:r:1:")
                    .append(name)
                    .append("\"}");
        }
        return event.append("]}").toString();
    }

    private static MessageHandler<Body> failingFor(String... ids) {
        List<String> failing = List.of(ids);
        return (message, context) -> {
            if (failing.contains(message.id())
                    || failing.contains(message.sequence().orElse(""))) {
                throw new IllegalStateException("no");
            }
        };
    }

    private static String failures(String... ids) {
        StringBuilder reply = new StringBuilder("{\"batchItemFailures\":[");
        for (String id : ids) {
            reply.append(reply.charAt(reply.length() - 1) == '[' ? "" : ",")
                    .append("{\"itemIdentifier\":\"")
                    .append(id)
                    .append("\"}");
        }
        return reply.append("]}").toString();
    }

    @Test
    void failedMessagesOfAStandardQueueAreListed() {
        MessageFunctions function = MessageFunctions.of(Kind.QUEUE, failingFor("b", "d"), ON);

        String reply = function.handle(queue("orders", "a", "g", "b", "g", "c", "g", "d", "g"));

        assertThat(reply).isEqualTo(failures("b", "d"));
        assertThat(function.messages).hasSize(4);
    }

    @Test
    void failureOfAFifoQueueStopsItsGroup() {
        MessageFunctions function = MessageFunctions.of(Kind.QUEUE, failingFor("a1"), ON);

        String reply = function.handle(queue("orders.fifo", "a1", "a", "b1", "b", "a2", "a", "b2", "b"));

        assertThat(reply).isEqualTo(failures("a1", "a2"));
        assertThat(function.messages).extracting(Message::id).containsExactly("a1", "b1", "b2");
    }

    @Test
    void unreadableMessageOfAFifoQueueStopsItsGroupToo() {
        MessageFunctions function = MessageFunctions.of(Kind.QUEUE, ON);
        String event = queue("orders.fifo", "a1", "a", "b1", "b", "a2", "a").replace("\"body\":\"a1\"", "\"body\":7");

        assertThat(function.handle(event)).isEqualTo(failures("a1", "a2"));
        assertThat(function.messages).extracting(Message::id).containsExactly("b1");
    }

    @Test
    void firstFailureOfAStreamIsTheOnlyOneReported() {
        String failing = "49590338271490256608559692538361571095921575989136588898";
        MessageFunctions function = MessageFunctions.of(Kind.STREAM, failingFor(failing), ON);

        String reply = function.handleSample("kinesis-get-records");

        assertThat(reply).isEqualTo(failures(failing));
        assertThat(function.messages).hasSize(1);
    }

    @Test
    void everythingFailedIsReportedToo() {
        MessageFunctions function = MessageFunctions.of(Kind.QUEUE, failingFor("a", "b"), ON);

        assertThat(function.handle(queue("orders", "a", "", "b", ""))).isEqualTo(failures("a", "b"));
    }

    @Test
    void rejectedMessageIsDone() {
        MessageFunctions function = MessageFunctions.of(
                Kind.QUEUE,
                (message, context) -> {
                    throw new Rejected("broken for good");
                },
                ON);

        assertThat(function.handle(queue("orders", "a", ""))).isEqualTo(failures());
        assertThat(function.invocation.log).singleElement().asString().contains("rejected message a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "off"})
    void withoutTheSettingAFailureFailsTheInvocation(String value) {
        MessageFunctions function = MessageFunctions.of(Kind.QUEUE, failingFor("b"), "ALOFT_PARTIAL_BATCH", value);

        AloftException failure = function.failure(queue("orders", "a", "", "b", ""));

        assertThat(failure)
                .hasMessage(
                        "ALOFT-420 Function handle did not handle 1 of 2 messages, the first failed with"
                                + " java.lang.IllegalStateException. The platform delivers them again. The log has the reason of each.");
        assertThat(function.messages).hasSize(2);
    }

    @Test
    void withoutTheSettingSuccessIsReported() {
        assertThat(MessageFunctions.of(Kind.QUEUE).handle(queue("orders", "a", "")))
                .isEqualTo(failures());
    }

    @ParameterizedTest
    @CsvSource({"TOPIC, sns-notification", "STREAM, kafka-msk", "QUEUE, mq-activemq", "QUEUE, mq-rabbitmq"})
    void whereAwsTakesNoReportsAFailureFailsTheInvocation(Kind kind, String sample) {
        MessageFunctions function = MessageFunctions.of(
                kind,
                (message, context) -> {
                    throw new IllegalStateException("no");
                },
                ON);

        assertThat(function.failure(Samples.text(sample))).hasMessageStartingWith("ALOFT-420 ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\" \"", "{}"})
    void failureThatCannotBeNamedFailsTheWholeBatch(String id) {
        MessageFunctions function = MessageFunctions.of(Kind.QUEUE, ON);
        String event = queue("orders", "a", "", "b", "").replace("\"messageId\":\"b\"", "\"messageId\":" + id);

        assertThat(function.failure(event)).hasMessageStartingWith("ALOFT-420 Function handle did not handle 1 of 2");
        assertThat(function.invocation.log)
                .singleElement()
                .asString()
                .contains("ALOFT-215 Record 1 of the aws:sqs event has no messageId, so it has no identity. Compare");
    }

    @Test
    void bothMessagesOfOneIdComeAgain() {
        int[] calls = {0};
        MessageFunctions function = MessageFunctions.of(
                Kind.QUEUE,
                (message, context) -> {
                    if (calls[0]++ == 1) {
                        throw new IllegalStateException("no");
                    }
                },
                ON);

        assertThat(function.handle(queue("orders", "a", "", "a", ""))).isEqualTo(failures("a"));
        assertThat(function.messages).hasSize(2);
    }

    @Test
    void errorIsAFailureOfItsMessage() {
        MessageFunctions function = MessageFunctions.of(
                Kind.QUEUE,
                (message, context) -> {
                    if (message.id().equals("a")) {
                        throw new StackOverflowError();
                    }
                },
                ON);

        assertThat(function.handle(queue("orders", "a", "", "b", ""))).isEqualTo(failures("a"));
    }

    @Test
    void whatHasNoTimeLeftIsReportedAsFailed() {
        MessageFunctions function = MessageFunctions.of(Kind.QUEUE, ON);
        function.invocation.deadline = Instant.now();

        assertThat(function.handle(queue("orders", "a", "", "b", "", "c", ""))).isEqualTo(failures("b", "c"));
        assertThat(function.messages).extracting(Message::id).containsExactly("a");
    }

    @Test
    void parallelFailuresAreAllReported() {
        String[] batch = new String[200];
        String[] ids = new String[100];
        for (int i = 0; i < 100; i++) {
            ids[i] = "m" + i;
            batch[2 * i] = ids[i];
            batch[2 * i + 1] = "";
        }
        MessageFunctions function =
                MessageFunctions.of(Kind.QUEUE, failingFor(ids), "ALOFT_PARTIAL_BATCH", "on", "ALOFT_PARALLELISM", "8");

        for (int run = 0; run < 50; run++) {
            assertThat(function.handle(queue("orders", batch))).isEqualTo(failures(ids));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "8"})
    void interruptionThatAFunctionLeavesBehindDoesNotReachTheNextInvocation(String parallelism) {
        MessageFunctions function = MessageFunctions.of(
                Kind.QUEUE,
                (message, context) -> {
                    if (Thread.currentThread().isInterrupted()) {
                        throw new IllegalStateException("no");
                    }
                },
                "ALOFT_PARTIAL_BATCH",
                "on",
                "ALOFT_PARALLELISM",
                parallelism);
        Thread.currentThread().interrupt();

        try {
            assertThat(function.handle(queue("orders", "a", "", "b", ""))).isEqualTo(failures());
        } finally {
            Thread.interrupted();
        }
    }

    @Test
    void manyThreadsShareOneRuntime() throws Exception {
        MessageFunctions function = MessageFunctions.of(Kind.QUEUE, failingFor("b7"), ON);

        List<String> replies =
                Threads.each(32, number -> function.handle(queue("orders", "a" + number, "", "b" + number, "")));

        for (int i = 0; i < replies.size(); i++) {
            assertThat(replies.get(i)).isEqualTo(i == 7 ? failures("b7") : failures());
        }
        assertThat(function.messages).hasSize(64);
    }

    @ParameterizedTest
    @CsvSource({"ALOFT_PARTIAL_BATCH, true", "ALOFT_SNS_RAW, ON", "ALOFT_PARTIAL_BATCH, 1"})
    void settingIsOnOrOff(String name, String value) {
        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> new LambdaRuntime(
                        FunctionRuntime.start(
                                "aws", Map.of(), Functions.builder().build()),
                        Map.of(name, value)))
                .withMessage("ALOFT-117 The setting " + name + " is neither on nor off. Change it, or remove it.");
    }
}
