package dev.aloft.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aloft.Body;
import dev.aloft.Message;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventHubsMapperTest {
    private MessageWorker worker;

    @BeforeEach
    void sample() throws IOException {
        Deliveries.clear();
        worker = MessageWorker.sample("on-stream", "event-hubs-trigger.json");
    }

    @Test
    void everyFieldOfEveryEventIsRead() {
        List<Message<Body>> messages = handled();

        assertThat(messages)
                .extracting(Message::id)
                .containsExactly("clicks-prod/3/41", "clicks-prod/3/42", "clicks-prod/3/43");
        assertThat(messages).extracting(message -> message.payload().text()).containsExactly("first", "", "third");
        assertThat(messages).extracting(Message::source).containsOnly("clicks-prod");
        assertThat(messages)
                .extracting(message -> message.partition().orElse(""))
                .containsOnly("3");
        assertThat(messages)
                .extracting(message -> message.sequence().orElse(""))
                .containsExactly("41", "42", "43");
        assertThat(messages)
                .extracting(message -> message.orderingKey().orElse(""))
                .containsExactly("u-1", "", "u-2");
        assertThat(messages)
                .extracting(message -> message.enqueuedAt().orElseThrow())
                .containsExactly(
                        Instant.parse("2026-01-31T12:00:00.1Z"),
                        Instant.parse("2026-01-31T12:00:00.2Z"),
                        Instant.parse("2026-01-31T12:00:00.3Z"));
        assertThat(messages)
                .extracting(message -> message.attribute("tenant").orElse(""))
                .containsExactly("acme", "", "");
        assertThat(messages)
                .extracting(message -> message.traceContext().isPresent())
                .containsExactly(false, false, true);
        assertThat(messages).allSatisfy(message -> assertThat(message.attempt()).isEmpty());
    }

    @Test
    void olderVersionsCallTheHubAPath() {
        worker.with(
                "PartitionContext", "{\"EventHubPath\":\"older\",\"PartitionId\":\"0\",\"Lease\":{\"Token\":\"t\"}}");

        assertThat(handled().get(0).id()).isEqualTo("older/0/41");
    }

    @Test
    void withoutTheHubsNameTheBindingsSourceIsIt() {
        worker.with("PartitionContext", "{\"EventHubName\":null,\"PartitionId\":\"0\"}");

        assertThat(handled().get(0).id()).isEqualTo("clicks/0/41");
    }

    @Test
    void withoutMetadataEventsWithTheSameContentHaveDifferentIds() {
        worker.metadata.clear();
        byte[][] alike = {MessageWorker.utf8("abc"), MessageWorker.utf8("abc")};

        AzureEntryPoint.eventHubs(alike, worker);

        String digest = "sha256-ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assertThat(Deliveries.MESSAGES).extracting(Message::id).containsExactly(digest + "-0", digest + "-1");
        assertThat(Deliveries.MESSAGES)
                .allSatisfy(message -> assertThat(message.partition()).isEmpty());
    }

    @Test
    void nothingIsKnownOfAnEventWithoutProperties() {
        worker.with("SystemPropertiesArray", "[null,{},{\"SequenceNumber\":\"x\"}]")
                .with("PropertiesArray", "[null,{},{}]");

        assertThat(handled())
                .allSatisfy(message -> assertThat(message.id()).startsWith("sha256-"))
                .allSatisfy(message -> assertThat(message.enqueuedAt()).isEmpty())
                .allSatisfy(message -> assertThat(message.attributes().size()).isZero());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SystemPropertiesArray | [{},{}]",
                "SystemPropertiesArray | [{},{},{},{}]",
                "SystemPropertiesArray | []",
                "SystemPropertiesArray | {}",
                "SystemPropertiesArray | [1,2,3]",
                "PropertiesArray | [{},{}]",
                "PropertiesArray | [[],[],[]]",
                "PropertiesArray | [{},{},{}] x",
                "PartitionContext | []",
                "PartitionContext | x"
            })
    void metadataOfAnotherShapeFailsTheWholeBatch(String name, String json) {
        worker.with(name, json);

        assertThatThrownBy(() -> AzureEntryPoint.eventHubs(worker.batch(), worker))
                .hasMessageStartingWith("ALOFT-223 The trigger metadata " + name + " is not what");
        assertThat(Deliveries.MESSAGES).isEmpty();
    }

    @Test
    void aBatchWithoutEventsFails() {
        String text =
                "ALOFT-221 The Azure worker handed over no batch of events, or an empty one. The function.json must have the"
                        + " binding \"message\" with the dataType that the annotation processor writes.";

        assertThatThrownBy(() -> AzureEntryPoint.eventHubs(null, worker)).hasMessage(text);
        assertThatThrownBy(() -> AzureEntryPoint.eventHubs(new byte[0][], worker))
                .hasMessage(text);
    }

    @Test
    void aMissingEventFailsTheBatchAndWhatFollowsIsNotHandled() {
        byte[][] batch = worker.batch();
        batch[1] = null;

        assertThatThrownBy(() -> AzureEntryPoint.eventHubs(batch, worker))
                .hasMessageStartingWith(
                        "ALOFT-420 Function on-stream did not handle 2 of 3 messages (1 of them not attempted)");
        assertThat(Deliveries.MESSAGES).extracting(Message::id).containsExactly("clicks-prod/3/41");
    }

    @Test
    void afterAFailureNothingIsHandled() {
        byte[][] batch = worker.batch();
        batch[0] = MessageWorker.utf8("fail");

        assertThatThrownBy(() -> AzureEntryPoint.eventHubs(batch, worker))
                .hasMessageStartingWith(
                        "ALOFT-420 Function on-stream did not handle 3 of 3 messages (2 of them not attempted)");
        assertThat(Deliveries.MESSAGES).hasSize(1);
    }

    private List<Message<Body>> handled() {
        AzureEntryPoint.eventHubs(worker.batch(), worker);
        return Deliveries.MESSAGES;
    }
}
