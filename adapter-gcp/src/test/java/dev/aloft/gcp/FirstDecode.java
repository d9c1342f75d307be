package dev.aloft.gcp;

import dev.aloft.Event;
import dev.aloft.Headers;
import dev.aloft.runtime.cloudevents.CloudEventReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What {@link FirstDecodeTest} runs in a new process; it tells the processor time of the first decode, too. */
final class FirstDecode {
    private FirstDecode() {}

    public static void main(String[] arguments) {
        Headers headers = Headers.of(
                "ce-specversion", "1.0",
                "ce-id", "f-1",
                "ce-source", "//firestore.googleapis.com/projects/p/databases/(default)",
                "ce-type", "google.cloud.firestore.document.v1.updated",
                "ce-time", "2026-05-01T12:00:00.123Z",
                "content-type", "application/protobuf");
        // As in a function: the event is read before its data is.
        Event event = CloudEventReader.binary(
                headers, Base64.getDecoder().decode(arguments[0].getBytes(StandardCharsets.US_ASCII)));
        byte[] data = event.data().bytes();
        ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        System.out.println("begins");
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        ChangeMapper change = new ChangeMapper();
        ProtobufChange.read(data, false, change);
        long micros = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1_000;
        System.out.println("ends");
        System.out.println(micros + " us of processor time for " + change.after.fields);
    }
}
