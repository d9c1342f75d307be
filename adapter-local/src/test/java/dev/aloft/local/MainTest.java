package dev.aloft.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Functions;
import dev.aloft.StorageEvent;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.FunctionIndex;
import dev.aloft.spi.HandlerFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    static final Map<String, String> APPLICATION = Map.of("ALOFT_INDEX", TestApplication.class.getName());

    /** An application without functions. */
    public static final class Nothing implements FunctionIndex {
        @Override
        public List<FunctionDefinition> functions() {
            return List.of();
        }

        @Override
        public Object handler(String functionName, @Nullable HandlerFactory factory) {
            return Functions.builder().build();
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "A process cannot be asked to terminate there, only killed")
    void servesUntilItIsAskedToTerminate() throws Exception {
        try (ChildProcess main = ChildProcess.start(Main.class, APPLICATION, "--port", "0")) {
            String ready = main.line();
            assertThat(ready).matches("Aloft serves 10 functions at http://localhost:\\d+");
            assertThat(main.line()).isEqualTo("  GET                                /                root");
            assertThat(main.line()).isEqualTo("  GET,POST,PUT,PATCH,DELETE,OPTIONS  /tell/{rest...}  tell");
            URI server = URI.create("http://127.0.0.1:" + ready.substring(ready.lastIndexOf(':') + 1));

            assertThat(RawClient.exchange(server, "GET / HTTP/1.1\r\nHost: a\r\n\r\n")
                            .text())
                    .isEqualTo("root");
            assertThat(RawClient.exchange(server, "GET /boom HTTP/1.1\r\nHost: a\r\n\r\n")
                            .status())
                    .isEqualTo(500);
            main.terminate();

            assertThat(main.rest()).containsPattern("GET / 200 \\d+ ms root cold\nGET /boom 500 \\d+ ms boom\n");
            assertThat(main.exitStatus()).isEqualTo(143);
            assertThat(main.errors()).contains("ERROR Function boom failed", "IllegalStateException");
        }
    }

    @Test
    void portComesFromTheEnvironment() throws Exception {
        Map<String, String> environment =
                Map.of("ALOFT_INDEX", TestApplication.class.getName(), "PORT", "0", "ALOFT_FUNCTION", "root");
        try (ChildProcess main = ChildProcess.start(Main.class, environment, "--host=127.0.0.1")) {
            assertThat(main.line()).matches("Aloft serves 1 function at http://127\\.0\\.0\\.1:(?!8080)\\d+");
        }
    }

    @Test
    void aTakenPortIsOneLineAndStatus1() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());

            assertFails(1, "ALOFT-120 Cannot listen at port " + port + " of ", APPLICATION, "--port", port);
        }
    }

    @Test
    void anUnknownAddressIsOneLineAndStatus1() throws Exception {
        assertFails(
                1,
                "ALOFT-120 Cannot listen at port 0 of no.such.host.invalid",
                APPLICATION,
                "--port=0",
                "--host=no.such.host.invalid");
    }

    @Test
    void aMissingIndexIsOneLineAndStatus1() throws Exception {
        assertFails(1, "ALOFT-101 No functions were found", Map.of(), "--port=0");
    }

    @Test
    void anEmptyApplicationIsOneLineAndStatus1() throws Exception {
        assertFails(
                1,
                "ALOFT-121 There is no function to serve: none for HTTP, messages, storage, schedules or database changes. Annotate one,"
                        + " for example with @HttpTrigger, and compile it with the annotation processor dev.aloft:aloft-processor.",
                Map.of("ALOFT_INDEX", Nothing.class.getName()),
                "--port=0");
    }

    /** An application without HTTP functions. */
    public static final class Messages extends RegistryIndex {
        private final Functions functions = Functions.builder()
                .topic("announce", "order-news", String.class, (message, context) -> {})
                .queue("ship-order", "orders", String.class, (message, context) -> {})
                .build();

        @Override
        Functions registry() {
            return functions;
        }
    }

    @Test
    void functionsForMessagesAreAnnouncedAndServed() throws Exception {
        try (ChildProcess main =
                ChildProcess.start(Main.class, Map.of("ALOFT_INDEX", Messages.class.getName()), "--port=0")) {
            String ready = main.line();
            assertThat(ready).startsWith("Aloft serves 2 functions at http://localhost:");
            assertThat(main.line()).isEqualTo("  topic  order-news  announce");
            assertThat(main.line()).isEqualTo("  queue  orders      ship-order");
            assertThat(main.line()).isEqualTo("Try them at " + ready.substring(ready.indexOf("http")) + "/_local/");
            String port = ready.substring(ready.lastIndexOf(':') + 1);
            URI server = URI.create("http://127.0.0.1:" + port);

            assertThat(RawClient.exchange(
                                    server,
                                    "POST /_local/queues/orders HTTP/1.1\r\nHost: localhost:" + port
                                            + "\r\nContent-Length: 1\r\n\r\na")
                            .status())
                    .isEqualTo(202);
            assertThat(List.of(main.line(), main.line()))
                    .anySatisfy(line -> assertThat(line).matches("queue orders ship-order handled \\d+ ms"))
                    .anySatisfy(line -> assertThat(line).matches("POST /_local/queues/orders 202 \\d+ ms"));
        }
    }

    @Test
    void messagesAloneAreNothingToServeForOthers() throws Exception {
        assertFails(
                1,
                "ALOFT-121 There is no HTTP function to serve, and where others can reach the server no other one runs: annotate a"
                        + " function with @HttpTrigger, or leave --host out.",
                Map.of("ALOFT_INDEX", Messages.class.getName()),
                "--port=0",
                "--host=0.0.0.0");
    }

    /** An application with a function of each kind that is neither for HTTP nor for messages. */
    public static final class Resources extends RegistryIndex {
        private final Functions functions = Functions.builder()
                .storage("make-thumbnail", "uploads", List.of(StorageEvent.Kind.values()), (event, context) -> {})
                .storage("keep", "archive", List.of(StorageEvent.Kind.values()), (event, context) -> {})
                .schedule("clean-up", "0 3 * * *", (event, context) -> {})
                .change("index", "products", String.class, (event, context) -> {})
                .build();

        @Override
        Functions registry() {
            return functions;
        }
    }

    static final Map<String, String> RESOURCES = Map.of("ALOFT_INDEX", Resources.class.getName());

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "A process cannot be asked to terminate there, only killed")
    void foldersAreAnnouncedAndWatchedAndTemporaryOnesRemoved(@TempDir Path chosen) throws Exception {
        try (ChildProcess main =
                ChildProcess.start(Main.class, RESOURCES, "--port=0", "--settle=50", "--folder", "archive=" + chosen)) {
            assertThat(main.line()).startsWith("Aloft serves 4 functions at http://localhost:");
            String uploads = main.line();
            assertThat(uploads).matches("  storage   uploads        make-thumbnail  .*aloft-.*uploads");
            assertThat(main.line()).isEqualTo("  storage   archive        keep  " + chosen.toRealPath());
            assertThat(main.line()).isEqualTo("  schedule  0 3 * * * UTC  clean-up");
            assertThat(main.line()).isEqualTo("  changes   products       index");
            assertThat(main.line()).startsWith("Try them at http://localhost:");

            Path temporary = Path.of(uploads.substring(uploads.lastIndexOf("  ") + 2));
            Files.writeString(temporary.resolve("tom.png"), "meow");
            assertThat(main.line()).matches("storage uploads make-thumbnail handled \\d+ ms");
            Files.writeString(chosen.resolve("a"), "1");
            assertThat(main.line()).matches("storage archive keep handled \\d+ ms");
            main.terminate();

            assertThat(main.exitStatus()).isEqualTo(143);
            assertThat(temporary.getParent()).doesNotExist();
            assertThat(chosen.resolve("a")).exists();
        }
    }

    @Test
    void aFolderThatIsNoneIsOneLineAndStatus1(@TempDir Path empty) throws Exception {
        String missing = empty.resolve("missing").toString();

        assertFails(
                1,
                "ALOFT-132 There is no folder " + missing
                        + " for bucket uploads. Make it, or leave --folder out for a temporary one.",
                RESOURCES,
                "--port=0",
                "--folder=uploads=" + missing);
        assertFails(
                1,
                "ALOFT-123 There is no bucket named upload. Declared: [",
                RESOURCES,
                "--port=0",
                "--folder=upload=" + empty);
    }

    @Test
    void withoutAPlaceForTemporaryFoldersObjectsAreInMemory() throws Exception {
        Map<String, String> environment =
                Map.of("ALOFT_INDEX", Resources.class.getName(), "JDK_JAVA_OPTIONS", "-Djava.io.tmpdir=/no/such/place");
        try (ChildProcess main = ChildProcess.start(Main.class, environment, "--port=0")) {
            assertThat(main.line()).startsWith("Aloft serves 4 functions at http://localhost:");
            assertThat(main.line()).isEqualTo("  storage   uploads        make-thumbnail");

            assertThat(main.errors())
                    .contains("ALOFT-136 No temporary folder can be made for buckets: ")
                    .contains(". Objects are kept in memory; name folders with --folder to have files.");
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "A process cannot be asked to terminate there, only killed")
    void changedClassesAreServedAndThePrintedLinesCanBeJson(@TempDir Path classes) throws Exception {
        CompiledClasses application = CompiledClasses.application(
                classes,
                "FunctionDefinition.http(\"greet\", \"/greet\", \"GET\")",
                "case \"greet\" -> (HttpHandler) (request, context) -> HttpResponse.ok(\"version-000\");");
        try (ChildProcess main =
                ChildProcess.start(Main.class, Map.of(), "--port=0", "--reload", classes.toString(), "--log=json")) {
            String ready = main.line();
            assertThat(ready)
                    .contains("\"type\":\"serves\"")
                    .contains("\"functions\":[{\"trigger\":\"GET\",\"source\":\"/greet\",\"function\":\"greet\"}],"
                            + "\"page\":\"http://localhost:")
                    .contains("/_local/\",\"profile\":\"calm\",\"seed\":");
            String uri = ready.replaceFirst(".*\"uri\":\"http://localhost:(\\d+)\",.*", "http://127.0.0.1:$1");

            application.write(1);
            assertThat(main.line())
                    .contains("\"type\":\"reload\",\"millis\":")
                    .endsWith("\"first\":\"app/Index.class\"}");
            assertThat(RawClient.exchange(URI.create(uri), "GET /greet HTTP/1.1\r\nHost: a\r\n\r\n")
                            .text())
                    .isEqualTo("version-001");
            assertThat(main.line())
                    .contains("\"path\":\"/greet\",\"status\":200,")
                    .endsWith("\"cold\":true}");
            main.terminate();

            assertThat(main.exitStatus()).isEqualTo(143);
            assertThat(main.errors()).isEmpty();
        }
    }

    @Test
    void aFolderOfClassesThatIsNoneIsOneLineAndStatus1(@TempDir Path empty) throws Exception {
        String missing = empty.resolve("missing").toString();

        assertFails(
                1,
                "ALOFT-137 There is no folder " + missing
                        + " for --reload. Compile the application first, and name the folder of its"
                        + " classes, for example target/classes.",
                APPLICATION,
                "--port=0",
                "--reload=" + missing);
    }

    @Test
    void foldersAreForThisMachineOnly() throws Exception {
        assertFails(
                2,
                "ALOFT-122 The command line is not understood: --folder is for this machine only, so --host cannot let others in. See"
                        + " --help.",
                APPLICATION,
                "--port=0",
                "--host=0.0.0.0",
                "--folder=a=b");
    }

    @Test
    void aWrongCommandLineIsOneLineAndStatus2() throws Exception {
        assertFails(
                2,
                "ALOFT-122 The command line is not understood: there is no option --prot. See --help.",
                Map.of(),
                "--prot=1");
    }

    static void assertFails(int status, String text, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        try (ChildProcess main = ChildProcess.start(Main.class, environment, arguments)) {
            assertThat(main.rest()).isEmpty();
            assertThat(main.exitStatus()).isEqualTo(status);
            assertThat(main.errors()).startsWith(text).hasLineCount(1);
        }
    }

    @Test
    void helpExplainsEveryOption() throws Exception {
        try (ChildProcess main = ChildProcess.start(Main.class, Map.of(), "--help")) {
            assertThat(main.rest())
                    .isEqualTo(Options.HELP)
                    .contains(
                            "--port",
                            "--host",
                            "--max-body",
                            "--folder",
                            "--settle",
                            "--profile",
                            "--seed",
                            "--reload",
                            "--log",
                            "--record",
                            "--redact",
                            "--keep-opaque",
                            "--help");
            assertThat(main.exitStatus()).isZero();
        }
    }
}
