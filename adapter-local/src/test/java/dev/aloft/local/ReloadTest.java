package dev.aloft.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that goes on with classes as they are compiled. */
@Timeout(120)
class ReloadTest {
    private static final String GREET = """
            package app;
            import dev.aloft.*;
            public final class Greet implements HttpHandler {
                public HttpResponse handle(HttpRequest request, Context context) {
                    dev.aloft.local.Former.see(this);
                    return HttpResponse.ok(Words.text());
                }
            }
            final class Words {
                static String text() { return "version-000"; }
            }
            """;
    private static final String DEFINITION = "FunctionDefinition.http(\"greet\", \"/greet\", \"GET\")";
    private static final String CASE = "case \"greet\" -> make(\"app.Greet\");";
    private static final String WORDS = "app/Words.class";

    @TempDir
    private Path folder;

    @BeforeEach
    void reset() {
        Former.reset();
    }

    /** The index makes handlers by name, so that it can be compiled before them. */
    private static String made(String cases) {
        return cases.replaceAll("make\\((\"[^\"]+\")\\)", "Class.forName($1).getConstructor().newInstance()");
    }

    private CompiledClasses application() throws IOException {
        return CompiledClasses.application(folder, DEFINITION, made(CASE)).compile("app/Greet", GREET);
    }

    @Test
    void aChangedClassIsServedAndReported() throws Exception {
        CompiledClasses classes = application();
        try (ReloadingServer server = new ReloadingServer(folder)) {
            assertThat(server.get("/greet")).isEqualTo("version-000");

            classes.write(WORDS, classes.bytes(WORDS, 1));

            server.await("/greet", "version-001");
            assertThat(server.console()).containsPattern("\nReloaded in \\d+ ms: app/Words.class\n");
            assertThat(server.errors()).isEmpty();
        }
    }

    @Test
    void whatIsWrittenAgainAsItWasIsNoChange() throws Exception {
        CompiledClasses classes = application();
        try (ReloadingServer server = new ReloadingServer(folder)) {
            classes.write(0);
            classes.write(WORDS, classes.bytes(WORDS, 1));

            server.await("/greet", "version-001");
            assertThat(server.console()).containsPattern("\nReloaded in \\d+ ms: app/Words.class\n");
        }
    }

    @Test
    void halfAClassIsNotUsed() throws Exception {
        CompiledClasses classes = application();
        try (ReloadingServer server = new ReloadingServer(folder)) {
            byte[] next = classes.bytes(WORDS, 1);

            classes.write(WORDS, Arrays.copyOf(next, next.length / 2));
            server.awaitConsole(
                    "ALOFT-138 The changed classes are not used, and the former version goes on; the next change"
                            + " is tried again. The reason: java.lang.ClassFormatError: Truncated class file");
            assertThat(server.get("/greet")).isEqualTo("version-000");

            classes.write(WORDS, next);
            server.await("/greet", "version-001");
        }
    }

    @Test
    void anIndexThatCannotBeUsedIsNotUsed() throws Exception {
        CompiledClasses classes = application();
        try (ReloadingServer server = new ReloadingServer(folder)) {
            Files.writeString(folder.resolve("META-INF/aloft/index"), "app.Missing\n");
            server.awaitConsole("ALOFT-109 The class app.Missing cannot be used as dev.aloft.spi.FunctionIndex");
            assertThat(server.get("/greet")).isEqualTo("version-000");

            classes.write(1);
            server.await("/greet", "version-001");
        }
    }

    @Test
    void anApplicationThatCouldNotBeServedIsNotUsed() throws Exception {
        CompiledClasses classes = application();
        try (ReloadingServer server = new ReloadingServer(folder)) {
            CompiledClasses.application(folder, DEFINITION.replace("/greet", "/_local/greet"), made(CASE));
            server.awaitConsole("ALOFT-128 Function greet answers /_local/greet");
            CompiledClasses.application(folder, "", made(CASE));
            server.awaitConsole("ALOFT-121 There is no function to serve");
            assertThat(server.get("/greet")).isEqualTo("version-000");

            classes.write(1);
            server.await("/greet", "version-001");
        }
    }

    @Test
    void whereEverythingVanishesTheFormerVersionGoesOnWithClassesNotLoadedYet() throws Exception {
        CompiledClasses classes = application();
        try (ReloadingServer server = new ReloadingServer(folder)) {
            classes.deleteAll();
            server.awaitConsole("ALOFT-138 The changed classes are not used, and the former version goes on; ");
            assertThat(server.get("/greet")).isEqualTo("version-000");

            classes.write(1);
            server.await("/greet", "version-001");
        }
    }

    @Test
    void aCompilerThatBeginsWithRemovingClassesIsWaitedFor() throws Exception {
        CompiledClasses classes = application();
        try (ReloadingServer server = new ReloadingServer(folder)) {
            classes.deleteAll();
            LockSupport.parkNanos(2_500_000_000L); // by now what is left has been tried, and is of no use
            classes.write(1);

            server.await("/greet", "version-001");
            assertThat(server.errors()).isEmpty();
        }
    }

    @Test
    void aRequestThatHasBegunEndsInTheClassesItBeganIn() throws Exception {
        CompiledClasses classes = CompiledClasses.application(folder, DEFINITION, made(CASE))
                .compile(
                        "app/Greet",
                        GREET.replace(
                                        "return H",
                                        "String text = Words.text(); if (request.query(\"slow\").isPresent()) {"
                                                + " try { dev.aloft.local.Former.waitLong(); } catch (InterruptedException e) { text = \"stopped\"; } }"
                                                + " return H")
                                .replace("ok(Words.text())", "ok(text + Words.text())"));
        try (ReloadingServer server = new ReloadingServer(folder)) {
            CompletableFuture<String> slow = CompletableFuture.supplyAsync(() -> {
                try {
                    return server.get("/greet?slow=1");
                } catch (IOException e) {
                    return e.toString();
                }
            });
            assertThat(Former.begun.await(10, TimeUnit.SECONDS)).isTrue();

            classes.write(WORDS, classes.bytes(WORDS, 1));
            server.await("/greet", "version-001version-001");
            assertThat(slow).isNotDone();
            Former.goOn.countDown();

            assertThat(slow.get(10, TimeUnit.SECONDS)).isEqualTo("version-000version-000");
        }
    }

    @Test
    void aNewFunctionIsAnnouncedAndServed() throws Exception {
        CompiledClasses classes = application();
        try (ReloadingServer server = new ReloadingServer(folder)) {
            assertThat(server.console()).startsWith("Aloft serves 1 function at http://localhost:");

            CompiledClasses.application(
                    folder,
                    DEFINITION + ", FunctionDefinition.message(\"ship\", MessageBinding.Kind.QUEUE, \"orders\")",
                    made(CASE),
                    "case \"ship\" -> (MessageHandler<String>) (message, context) -> System.getProperty(\"x\");");

            server.awaitConsole("Aloft serves 2 functions at http://localhost:");
            server.awaitConsole("  queue  orders  ship\n");
            assertThat(server.post("/_local/queues/orders", "tea")).isEqualTo(202);
            server.awaitConsole("queue orders ship handled ");
            assertThat(server.get("/greet")).isEqualTo("version-000");
            assertThat(classes).isNotNull();
        }
    }

    @Test
    void aMessageThatWaitsIsHandledByTheNewClasses() throws Exception {
        String ship = """
                package app;
                import dev.aloft.*;
                public final class Ship implements MessageHandler<String> {
                    public void handle(Message<String> message, Context context) {
                        if ("version-000".endsWith("0")) throw new IllegalStateException("a mistake");
                        dev.aloft.local.Former.see(this);
                    }
                }
                """;
        CompiledClasses classes = CompiledClasses.application(
                        folder,
                        "FunctionDefinition.message(\"ship\", MessageBinding.Kind.QUEUE, \"orders\")",
                        made("case \"ship\" -> make(\"app.Ship\");"))
                .compile("app/Ship", ship);
        try (ReloadingServer server = new ReloadingServer(folder)) {
            server.post("/_local/queues/orders", "tea");
            server.awaitConsole("queue orders ship failed, attempt 1 of 5");

            classes.write(1);

            server.awaitConsole("queue orders ship handled ");
            assertThat(server.errors()).contains("a mistake").doesNotContain("still waiting");
        }
    }

    @Test
    void messagesOfAQueueThatIsGoneAreReported() throws Exception {
        String definition = "FunctionDefinition.message(\"ship\", MessageBinding.Kind.QUEUE, \"orders\")";
        String failing = "case \"ship\" -> (MessageHandler<String>) (message, context) -> { throw new RetryLater("
                + "java.time.Duration.ofMinutes(5), \"later\"); };";
        CompiledClasses.application(folder, definition, failing);
        try (ReloadingServer server = new ReloadingServer(folder)) {
            server.post("/_local/queues/orders", "tea");
            server.awaitConsole("queue orders ship failed, attempt 1 of 5");

            CompiledClasses.application(folder, definition.replace("orders", "shipments"), failing);

            server.awaitConsole(
                    "Messages and events that were still waiting when other queues took the place of theirs: 1");
            assertThat(server.post("/_local/queues/shipments", "tea")).isEqualTo(202);
            assertThat(server.post("/_local/queues/orders", "tea")).isEqualTo(404);
        }
    }

    @Test
    void bucketsThatAreNewGetFolders() throws Exception {
        String function = "case \"keep\" -> (StorageHandler) (event, context) -> System.getProperty(\"x\");";
        CompiledClasses.application(folder, DEFINITION, made(CASE)).compile("app/Greet", GREET);
        try (ReloadingServer server = new ReloadingServer(folder, "--settle=20")) {
            CompiledClasses.application(
                    folder,
                    DEFINITION + ", FunctionDefinition.storage(\"keep\", \"uploads\","
                            + " dev.aloft.StorageEvent.Kind.CREATED)",
                    made(CASE),
                    function);
            server.awaitConsole("  storage  uploads  keep  ");
            server.awaitConsole("uploads\n");
            String console = server.console();
            int begin = console.indexOf("uploads  keep  ") + "uploads  keep  ".length();
            Path bucket = Path.of(console.substring(begin, console.indexOf('\n', begin)));

            Files.writeString(bucket.resolve("tom.png"), "meow");

            server.awaitConsole("storage uploads keep handled ");
            server.stop();
            assertThat(bucket).doesNotExist();
        }
    }
}
