package dev.aloft.testkit.brokers;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the host hands over with {@code "dataType": "binary"}: the content, and beside it what the host itself knows. */
enum AzureTriggers implements AzureTarget.Trigger {
    /** One message. */
    SERVICE_BUS {
        @Override
        public Map<String, String> metadata(List<Delivery> batch) {
            return serviceBus(batch.get(0));
        }
    },
    /** One message of one of 500 sessions. */
    SERVICE_BUS_SESSIONS {
        @Override
        public Map<String, String> metadata(List<Delivery> batch) {
            Map<String, String> metadata = serviceBus(batch.get(0));
            metadata.put("SessionId", "session-" + batch.get(0).message() % 500);
            return metadata;
        }
    },
    /** One message. */
    STORAGE_QUEUE {
        @Override
        public Map<String, String> metadata(List<Delivery> batch) {
            Delivery message = batch.get(0);
            return Map.of(
                    "Id", Ids.uuid(message.message()),
                    "DequeueCount", Integer.toString(message.attempt()),
                    "InsertionTime", "\"2026-07-10T08:00:00+00:00\"",
                    "ExpirationTime", "\"2026-07-17T08:00:00+00:00\"",
                    "NextVisibleTime", "\"2026-07-10T08:10:00+00:00\"",
                    "PopReceipt", "AgAAAAMAAAAAAAAA");
        }
    },
    /** One record. */
    KAFKA {
        @Override
        public Map<String, String> metadata(List<Delivery> batch) {
            int message = batch.get(0).message();
            return Map.of(
                    "Topic", "simulated",
                    "Partition", Integer.toString(message % 32),
                    "Offset", Integer.toString(message / 32),
                    "Timestamp", "\"2026-07-10T08:00:00Z\"",
                    "Key", "key",
                    "Headers", "[]");
        }
    },
    /** Events of one partition. */
    EVENT_HUBS {
        @Override
        public Object value(List<Delivery> batch) {
            byte[][] contents = new byte[batch.size()][];
            for (int i = 0; i < contents.length; i++) {
                contents[i] = content(batch.get(i));
            }
            return contents;
        }

        @Override
        public Map<String, String> metadata(List<Delivery> batch) {
            List<String> positions = new ArrayList<>();
            List<String> properties = new ArrayList<>();
            for (Delivery delivery : batch) {
                positions.add("{\"SequenceNumber\":" + delivery.message() + ",\"Offset\":\"" + 64L * delivery.message()
                        + "\",\"PartitionKey\":\"key\",\"EnqueuedTimeUtc\":\"2026-07-10T08:00:00Z\"}");
                properties.add("{}");
            }
            return Map.of(
                    "SystemPropertiesArray", positions.toString(),
                    "PropertiesArray", properties.toString(),
                    "PartitionContext",
                            "{\"EventHubName\":\"simulated\",\"ConsumerGroup\":\"$Default\",\"PartitionId\":\"3\"}");
        }
    },
    /** An event of a blob. */
    STORAGE_EVENT {
        @Override
        public Object value(List<Delivery> batch) {
            Delivery delivery = batch.get(0);
            return "{\"id\":\"" + Ids.uuid(delivery.message())
                    + "\",\"topic\":\"/subscriptions/s/resourceGroups/r/providers/"
                    + "Microsoft.Storage/storageAccounts/a\",\"subject\":\"/blobServices/default/containers/simulated/blobs/"
                    + delivery.payload() + "\",\"eventType\":\"Microsoft.Storage.BlobCreated\",\"eventTime\":"
                    + "\"2026-07-10T08:00:00Z\",\"data\":{\"api\":\"PutBlob\",\"eTag\":\"0x8D4BCC2E4835CD0\","
                    + "\"contentLength\":3},\"dataVersion\":\"\",\"metadataVersion\":\"1\"}";
        }
    },
    /** A blob. */
    BLOB {
        @Override
        public Map<String, String> metadata(List<Delivery> batch) {
            return Map.of(
                    "BlobTrigger",
                    "simulated/" + batch.get(0).payload(),
                    "Properties",
                    "{\"LastModified\":\"2026-07-10T08:00:00+00:00\",\"ContentLength\":3,\"ETag\":{}}");
        }
    },
    /** Documents of one partition. */
    COSMOS_DB {
        @Override
        public Object value(List<Delivery> batch) {
            return array(
                    batch,
                    delivery -> "{\"id\":\"d-" + delivery.message() + "\",\"payload\":\"" + delivery.payload()
                            + "\",\"_etag\":\"\\\"0000" + delivery.message() + "\\\"\",\"_ts\":1783670400,\"_lsn\":"
                            + delivery.message() + "}");
        }
    },
    /** Rows. */
    SQL {
        @Override
        public Object value(List<Delivery> batch) {
            return array(
                    batch,
                    delivery -> "{\"Operation\":0,\"Item\":{\"id\":" + delivery.message() + ",\"payload\":\""
                            + delivery.payload() + "\"}}");
        }
    },
    /** A firing, of so many seconds after the first. */
    TIMER {
        @Override
        public Object value(List<Delivery> batch) {
            Instant next =
                    SimulatedApplication.FIRST_FIRING.plusSeconds(batch.get(0).message());
            return "{\"Schedule\":{\"AdjustForDST\":true},\"ScheduleStatus\":{\"Last\":\"2024-12-31T03:30:00+00:00\",\"Next\":\""
                    + next + "\",\"LastUpdated\":\"2024-12-31T03:30:00+00:00\"},\"IsPastDue\":false}";
        }
    };

    @Override
    public Map<String, String> metadata(List<Delivery> batch) {
        return Map.of();
    }

    @Override
    public Object value(List<Delivery> batch) {
        return content(batch.get(0));
    }

    private static String array(List<Delivery> batch, Function<Delivery, String> element) {
        return batch.stream().map(element).collect(Collectors.joining(",", "[", "]"));
    }

    private static Map<String, String> serviceBus(Delivery delivery) {
        Map<String, String> metadata = new HashMap<>();
        metadata.put("MessageId", Ids.uuid(delivery.message()));
        metadata.put("SequenceNumber", Integer.toString(1 + delivery.message()));
        metadata.put("DeliveryCount", Integer.toString(delivery.attempt()));
        metadata.put("EnqueuedTimeUtc", "\"2026-07-10T08:00:00Z\"");
        metadata.put("ApplicationProperties", "{}");
        metadata.put("ContentType", "text/plain");
        metadata.put("Subject", "work");
        metadata.put("LockToken", "\"f3e2c5a4-0d58-4dd3-a1b8-97a1a4a9d0c1\"");
        return metadata;
    }

    private static byte[] content(Delivery delivery) {
        return delivery.payload().getBytes(StandardCharsets.UTF_8);
    }
}
