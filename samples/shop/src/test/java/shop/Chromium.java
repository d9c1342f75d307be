package shop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A browser without a window, driven by its own protocol, see <a href="https://chromedevtools.github.io/devtools-protocol/">Chrome
 * DevTools Protocol</a>.
 */
final class Chromium implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--remote-debugging-port=0");
    private static final int SECONDS = 60;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger calls = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> open = new ConcurrentHashMap<>();
    private final Process process;
    private final WebSocket socket;

    /** @param folder an empty one for its files */
    Chromium(Path executable, Path folder) throws Exception {
        Path log = folder.resolve("chromium.log");
        List<String> command = new ArrayList<>(List.of(executable.toString()));
        command.addAll(FLAGS);
        command.addAll(List.of("--user-data-dir=" + folder, "about:blank"));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            socket = connect(folder.resolve("DevToolsActivePort"), log);
        } catch (Exception e) {
            close();
            throw e;
        }
    }

    /** The browser of this machine, if it has one. */
    static Optional<Path> find() {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private WebSocket connect(Path port, Path log) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!Files.exists(port) || Files.readString(port).lines().count() < 2) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IOException("Chromium did not start: " + Files.readString(log));
            }
            LockSupport.parkNanos(20_000_000);
        }
        URI pages = URI.create("http://127.0.0.1:" + Files.readAllLines(port).get(0) + "/json/list");
        String listed = client.send(HttpRequest.newBuilder(pages).build(), BodyHandlers.ofString())
                .body();
        for (JsonNode page : json.readTree(listed)) {
            if (page.path("type").asText().equals("page")) {
                URI uri = URI.create(page.path("webSocketDebuggerUrl").asText());
                return client.newWebSocketBuilder()
                        .buildAsync(uri, new Answers())
                        .get(SECONDS, TimeUnit.SECONDS);
            }
        }
        throw new IOException("Chromium has no page: " + listed);
    }

    /** Calls a method of the protocol. */
    JsonNode call(String method, Map<String, ?> parameters) throws Exception {
        int id = calls.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        open.put(id, answer);
        ObjectNode message = json.createObjectNode().put("id", id).put("method", method);
        message.set("params", json.valueToTree(parameters));
        socket.sendText(message.toString(), true).get(SECONDS, TimeUnit.SECONDS);
        JsonNode answered = answer.get(SECONDS, TimeUnit.SECONDS);
        if (answered.has("error")) {
            throw new IOException(method + ": " + answered.get("error"));
        }
        return answered.get("result");
    }

    void open(URI page, int width, int height) throws Exception {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        call("Page.navigate", Map.of("url", page.toString()));
    }

    /** What JavaScript gives, as text; a promise is waited for. */
    String evaluate(String script) throws Exception {
        JsonNode answer =
                call("Runtime.evaluate", Map.of("expression", script, "awaitPromise", true, "returnByValue", true));
        if (answer.has("exceptionDetails")) {
            throw new IOException(script + ": " + answer.get("exceptionDetails"));
        }
        return answer.path("result").path("value").asText();
    }

    /** Waits until JavaScript gives true. */
    void await(String condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!evaluate(condition).equals("true")) {
            if (System.nanoTime() > end) {
                throw new TimeoutException(condition + " is not true of:\n" + evaluate("document.body.innerText"));
            }
            LockSupport.parkNanos(50_000_000);
        }
    }

    byte[] screenshot() throws Exception {
        JsonNode picture = call("Page.captureScreenshot", Map.of("format", "png"));
        return Base64.getDecoder().decode(picture.path("data").asText());
    }

    /** Asks it to end, which removes what it has left elsewhere, and ends it if it does not. */
    @Override
    public void close() {
        if (socket != null) {
            socket.sendText("{\"id\":0,\"method\":\"Browser.close\"}", true);
            process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
            socket.abort();
        }
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle each : all) {
            each.onExit().orTimeout(SECONDS, TimeUnit.SECONDS).join();
        }
    }

    /** Gives each answer to its call; events of the page are passed over. */
    private final class Answers implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                String whole = text.toString();
                text.setLength(0);
                deliver(whole);
            }
            from.request(1);
            return null;
        }

        private void deliver(String message) {
            try {
                JsonNode answer = json.readTree(message);
                CompletableFuture<JsonNode> asked =
                        open.remove(answer.path("id").asInt());
                if (asked != null) {
                    asked.complete(answer);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
