package dev.aloft.testkit.azure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostTriggerTest {
    private static final byte[] FORGED =
            "{\"id\":\"evil\",\"DequeueCount\":\"x\",\"Own\":1,\"Array\":[1],\"None\":null}".getBytes(UTF_8);

    private static HostTrigger host(AzureTrigger trigger, String dataType, String cardinality) {
        return new HostTrigger(
                trigger,
                new BindingJson("message", trigger.type(), "in", "", List.of(), "function", dataType, cardinality));
    }

    @Test
    void bytesLeaveTheMetadataAlone() {
        AzureTrigger trigger = AzureTrigger.of("queueTrigger", FORGED).with("Id", "m-1");
        HostTrigger host = host(trigger, "binary", "");

        assertThat(host.value())
                .isInstanceOfSatisfying(
                        RpcData.Bytes.class, bytes -> assertThat(bytes.value()).isEqualTo(FORGED));
        assertThat(host.metadata()).isEqualTo(Map.of("Id", new RpcData.Text("m-1")));
    }

    @Test
    void theObjectInATextReplacesTheMetadata() {
        AzureTrigger trigger = AzureTrigger.of("queueTrigger", FORGED)
                .with("Id", "m-1")
                .withJson("DequeueCount", "1")
                .with("PopReceipt", "p");

        Map<String, RpcData> metadata = host(trigger, "", "").metadata();

        assertThat(metadata.get("Id")).isEqualTo(new RpcData.Text("evil"));
        assertThat(metadata.get("DequeueCount")).isEqualTo(new RpcData.Text("x"));
        assertThat(metadata.get("Own")).isEqualTo(new RpcData.Text("1"));
        assertThat(metadata.get("PopReceipt")).isEqualTo(new RpcData.Text("p"));
        assertThat(metadata).hasSize(4);
    }

    @Test
    void whatIsNullIsNotSent() {
        AzureTrigger trigger = AzureTrigger.of("kafkaTrigger", null).with("Key", null);

        assertThat(host(trigger, "binary", "one").value()).isEqualTo(new RpcData.Unset());
        assertThat(host(trigger, "binary", "one").metadata()).isEmpty();
    }

    @Test
    void arraysOfTextsLoseWhatIsEmpty() {
        AzureTrigger trigger = AzureTrigger.ofBatch("eventHubTrigger", List.of())
                .withTexts("PartitionKeyArray", Arrays.asList("a", null, "", "b"))
                .withNumbers("SequenceNumberArray", List.of(1L, 2L));

        assertThat(host(trigger, "binary", "many").metadata())
                .containsEntry("PartitionKeyArray", new RpcData.Texts(List.of("a", "b")))
                .containsEntry("SequenceNumberArray", new RpcData.Numbers(List.of(1L, 2L)));
    }

    @Test
    void batchesOfTextLoseWhatIsEmptyAndBatchesOfBytesDoNot() {
        AzureTrigger trigger =
                AzureTrigger.ofBatch("eventHubTrigger", List.of("a".getBytes(UTF_8), new byte[0], "b".getBytes(UTF_8)));

        assertThat(host(trigger, "", "many").value()).isEqualTo(new RpcData.Texts(List.of("a", "b")));
        assertThat(host(trigger, "binary", "many").value())
                .isInstanceOfSatisfying(
                        RpcData.ByteArrays.class,
                        bytes -> assertThat(bytes.values()).hasSize(3));
    }

    @Test
    void eventsAreJsonWhateverTheDataType() {
        AzureTrigger trigger = AzureTrigger.of("eventGridTrigger", FORGED).withJson("data", "{}");

        assertThat(host(trigger, "binary", "").value()).isEqualTo(new RpcData.Json(new String(FORGED, UTF_8)));
        assertThat(host(trigger, "", "").metadata()).containsOnlyKeys("data");
    }

    @ParameterizedTest
    @ValueSource(strings = {"timerTrigger", "cosmosDBTrigger", "sqlTrigger"})
    void whatTheHostItselfMakesIsJsonAndForgesNothing(String type) {
        AzureTrigger trigger = AzureTrigger.of(type, FORGED);

        assertThat(host(trigger, "", "").value()).isEqualTo(new RpcData.Json(new String(FORGED, UTF_8)));
        assertThat(host(trigger, "", "").metadata()).isEmpty();
        assertThat(host(AzureTrigger.of(type, null), "", "").value()).isEqualTo(new RpcData.Unset());
    }

    @Test
    void aBatchNeedsABindingForMany() {
        AzureTrigger batch = AzureTrigger.ofBatch("eventHubTrigger", List.of());

        assertThatThrownBy(() -> host(batch, "binary", "one").value())
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> host(AzureTrigger.of("serviceBusTrigger", FORGED), "binary", "many")
                        .value())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aTriggerShowsItsKindAndNamesOnly() {
        assertThat(AzureTrigger.of("queueTrigger", FORGED).with("Id", "secret"))
                .hasToString("AzureTrigger[queueTrigger [Id]]");
    }
}
