package dev.aloft.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aloft.AloftException;
import dev.aloft.Document;
import dev.aloft.Event;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.local.recording.Recording;
import dev.aloft.local.recording.Redaction;
import dev.aloft.local.recording.Result;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecorderTest {
    private static final Redaction KEEPING = Redaction.standard().keepingOpaque();

    @TempDir
    Path folder;

    private final RecordedFunctions index = new RecordedFunctions();

    private LocalFunctions recorded() {
        return LocalFunctions.of(index).withProfile("calm").recordingTo(folder.resolve("new"), KEEPING);
    }

    private List<Recording> recordings() throws IOException {
        List<Recording> recordings = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.resolve("new"))) {
            files.sorted().forEach(file -> recordings.add(Recording.read(file)));
        }
        return recordings;
    }

    @Test
    void eachKindIsRecordedAndReplayedAsItWas() throws IOException {
        LocalFunctions functions = recorded();
        functions.http().post("/orders/ada?a=1").text("two teas", "text/plain").send();
        functions.queue("orders").send("o-1");
        functions.stream("numbers").append("k", "1");
        functions.storage("uploads").put("a.png", "content");
        functions.schedule("clean-up").fire();
        functions
                .database("products")
                .insert(Document.builder().set("id", "p-1").build());
        functions.event(Event.builder("e-1", "/shop", "dev.aloft.test").build());
        functions.deliverAll();
        List<Object> first = new ArrayList<>(index.got);
        index.got.clear();

        List<Recording> recordings = recordings();
        for (Recording recording : recordings) {
            Replayed again = functions.replay(recording);

            assertThat(again.isAsRecorded()).as(again.text()).isTrue();
            assertThat(again.text()).endsWith(" as recorded");
        }

        assertThat(recordings)
                .extracting(Recording::kind)
                .containsExactlyInAnyOrder("http", "message", "message", "storage", "schedule", "change", "event");
        assertThat(index.got).containsExactlyInAnyOrderElementsOf(first);
        assertThat(recordings()).as("replaying records nothing").hasSize(7);
    }

    @Test
    void outcomesAreThoseOfEachAttempt() throws IOException {
        LocalFunctions functions = recorded().withAttempts(2);
        functions.queue("orders").send("later");
        functions.queue("orders").send("poison");
        functions.http().post("/orders/ada?fail=1").send();

        functions.deliverAll();

        List<Result> results = new ArrayList<>();
        recordings().forEach(recording -> results.addAll(recording.results()));
        Result failed = Result.thrown("failed", new IllegalStateException("out of stock"));
        assertThat(results)
                .containsExactlyInAnyOrder(
                        failed,
                        failed,
                        new Result("rejected", 0, "dev.aloft.Rejected", "a poison order"),
                        Result.answered(500));
        assertThat(recordings())
                .filteredOn(recording -> recording.results().contains(failed))
                .extracting(recording -> recording.items().get(0).content().toString())
                .hasSize(2);
    }

    @Test
    void partsOfABatchHaveTheirOwn() throws IOException {
        LocalFunctions functions = recorded().withAttempts(1);
        functions.stream("numbers").append("k", "1");
        functions.stream("numbers").append("k", "7");

        functions.deliverAll();

        List<Result> results = new ArrayList<>();
        recordings().forEach(recording -> results.addAll(recording.results()));
        assertThat(results).extracting(Result::what).contains("handled", "failed");
        assertThat(recordings())
                .allSatisfy(recording ->
                        assertThat(functions.replay(recording).isAsRecorded()).isTrue());
    }

    @Test
    void requestsOfNoFunctionAreNotRecorded() throws IOException {
        recorded().http().get("/nowhere");

        assertThat(recordings()).isEmpty();
    }

    @Test
    void namesSortByTimeAndNameTheFunction() throws IOException {
        LocalFunctions functions = recorded();
        for (int i = 0; i < 3; i++) {
            functions.http().post("/orders/" + i).send();
        }

        try (Stream<Path> files = Files.list(folder.resolve("new"))) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).sorted().toList();
            assertThat(names)
                    .hasSize(3)
                    .allSatisfy(name -> assertThat(name).matches("\\d{8}T\\d{9}Z-\\d{6}-place-order\\.json"));
        }
        assertThat(recordings())
                .extracting(
                        recording -> recording.request().map(HttpRequest::path).orElse(""))
                .containsExactly("/orders/0", "/orders/1", "/orders/2");
    }

    @Test
    void theOldestGoWhereThereAreThousandAndOtherFilesStay() throws IOException {
        Path kept = Files.createDirectories(folder.resolve("new"));
        for (int i = 0; i < 1_005; i++) {
            Files.createFile(kept.resolve(
                    "20200101T000000000Z-" + Integer.toString(1_000_000 + i).substring(1) + "-f.json"));
        }
        Files.createFile(kept.resolve("00-mine.json"));

        recorded().http().post("/orders/ada").send();

        try (Stream<Path> files = Files.list(kept)) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).sorted().toList();
            assertThat(names).hasSize(1_001);
            assertThat(names.get(0)).isEqualTo("00-mine.json");
            assertThat(names.get(1)).isEqualTo("20200101T000000000Z-000006-f.json");
            assertThat(names.get(1_000)).endsWith("-place-order.json");
        }
    }

    @Test
    void aFileInPlaceOfTheFolderIsRefused() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        LocalFunctions functions = LocalFunctions.of(index);

        assertThatThrownBy(() -> functions.recordingTo(file, KEEPING))
                .isInstanceOf(AloftException.class)
                .hasMessageStartingWith("ALOFT-169 Recordings cannot be kept in " + file + ": ")
                .hasMessageEndingWith(". Choose another folder.");
    }

    @Test
    void aFolderThatIsWatchedIsRefused() {
        Recorder recorder = new Recorder(folder.resolve("a/b"), KEEPING);

        assertThatThrownBy(() -> recorder.open(List.of(folder.resolve("none").toString(), folder.toString())))
                .hasMessage("ALOFT-169 Recordings cannot be kept in " + folder.resolve("a/b") + ": it is in " + folder
                        + ", where each recording would be one more event. Choose another folder.");
    }

    @Test
    void aFolderThatVanishesChangesNoAnswerAndIsReportedOnce() throws IOException {
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        Console console = new Console(
                new PrintStream(PrintStream.nullOutputStream(), false),
                new PrintStream(errors, true, StandardCharsets.UTF_8));
        LocalFunctions functions = recorded();
        Files.delete(folder.resolve("new"));
        HttpRequest request = HttpRequest.builder("POST", "/orders/ada").build();

        for (int i = 0; i < 2; i++) {
            HttpResponse response =
                    functions.http().answer(request, functions.http().invocation(console));
            assertThat(response.status()).isEqualTo(201);
        }

        assertThat(errors.toString(StandardCharsets.UTF_8))
                .containsOnlyOnce("ALOFT-169 Recordings cannot be kept in ")
                .contains("an invocation of place-order was not kept, ");
    }
}
