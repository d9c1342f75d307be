package dev.aloft.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.events.cloud.firestore.v1.DocumentEventData;
import dev.aloft.Binary;
import dev.aloft.Document;
import dev.aloft.DocumentReference;
import dev.aloft.GeoPoint;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the first change costs a new process: Google's own classes are 678 in 28 jars and take half a second. */
class FirstDecodeTest {
    private static final int MOST_CLASSES = 20;

    @Test
    void firstDecodeLoadsAFewClassesOnly() throws Exception {
        Document document = Document.builder()
                .set("null", null)
                .set("yes", true)
                .set("integer", 12)
                .set("double", 9.9)
                .set("time", Instant.parse("2026-05-01T12:00:00Z"))
                .set("text", "é")
                .set("bytes", Binary.of((byte) 1))
                .set("reference", new DocumentReference("projects/p/databases/(default)/documents/a/b"))
                .set("place", new GeoPoint(1, 2))
                .set("array", List.of("a"))
                .set("map", Document.builder().set("a", 1).build())
                .build();
        String name = "projects/p/databases/(default)/documents/products/p-1";
        DocumentEventData data = DocumentEventData.newBuilder()
                .setValue(GoogleValues.firestore(name, document))
                .setOldValue(GoogleValues.firestore(name, document))
                .build();

        List<String> loaded = withoutForkAndJoin(loaded(Base64.getEncoder().encodeToString(data.toByteArray())));

        assertThat(loaded).hasSizeLessThanOrEqualTo(MOST_CLASSES).anyMatch(line -> line.contains(".ProtobufChange "));
        assertThat(loaded).noneMatch(line -> line.contains("com.google"));
    }

    /** Since some time after JDK 17 BigInteger brings the classes of fork and join, whoever uses it first. */
    private static List<String> withoutForkAndJoin(List<String> loaded) {
        List<String> counted = new ArrayList<>(loaded);
        int begins = lastWith(loaded, " java.math.BigInteger ") + 1;
        int ends = lastWith(loaded, " java.math.BigInteger$Recursive") + 1;
        if (ends > begins) {
            counted.subList(begins, ends).clear();
        }
        return counted;
    }

    private static int lastWith(List<String> lines, String text) {
        int last = lines.size() - 1;
        while (last >= 0 && !lines.get(last).contains(text)) {
            last--;
        }
        return last;
    }

    /** The lines of the class-load log between the two marks. */
    private static List<String> loaded(String data) throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FirstDecode.class.getName(),
                        data)
                .redirectErrorStream(true)
                .start();
        String log = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(child.waitFor()).as(log).isZero();
        List<String> lines = log.lines().toList();
        int begins = lines.indexOf("begins");
        int ends = lines.indexOf("ends");
        assertThat(begins).as(log).isNotNegative().isLessThan(ends);
        return lines.subList(begins + 1, ends).stream()
                .filter(line -> line.contains("source:"))
                .toList();
    }
}
