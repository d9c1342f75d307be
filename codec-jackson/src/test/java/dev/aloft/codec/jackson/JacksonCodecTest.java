package dev.aloft.codec.jackson;

import static dev.aloft.codec.jackson.Codec.CODEC;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Body;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.spi.PayloadCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JacksonCodecTest {

    @Test
    void isFoundByTheServiceLoader() {
        assertThat(PayloadCodec.installed()).isInstanceOf(JacksonCodec.class);
    }

    @Test
    void servesTypedBodiesOfRequestsAndResponses() {
        Body body = HttpRequest.builder("POST", "/")
                .body("{\"item\":\"tea\",\"price\":1}")
                .build()
                .body();

        Order.Line line = body.as(Order.Line.class);

        assertThat(HttpResponse.json(line).text()).isEqualTo("{\"item\":\"tea\",\"price\":1.0}");
        assertThat(HttpResponse.json(line).bodyAs(Order.Line.class)).isEqualTo(line);
    }

    @Test
    void isThreadSafe() throws Exception {
        JacksonCodec fresh = new JacksonCodec();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        List<Future<?>> runs = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            String id = "o-" + i;
            runs.add(threads.submit(() -> {
                for (int j = 0; j < 200; j++) {
                    Order order = new Order(id, j, List.of(new Order.Line(id, j)));
                    assertThat(fresh.read(fresh.write(order), Order.class)).isEqualTo(order);
                }
            }));
        }

        threads.shutdown();

        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        for (Future<?> run : runs) {
            run.get();
        }
    }

    @Test
    void nothingInTheSourceEnablesTypesFromPayloads() throws IOException {
        List<String> forbidden = List.of("DefaultTyping", "UNWRAP_SINGLE_VALUE_ARRAYS", "findAndRegisterModules");
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<Path> sources = files.filter(Files::isRegularFile).toList();

            assertThat(sources).hasSizeGreaterThan(10);
            for (Path source : sources) {
                assertThat(Files.readString(source)).as(source.toString()).doesNotContain(forbidden);
            }
        }
    }

    @Test
    void aColdReadAndWriteLoadsNeitherDateFormatsNorModules() throws Exception {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ColdRun.class.getName())
                .redirectErrorStream(true)
                .start();
        String log = new String(child.getInputStream().readAllBytes(), UTF_8);

        assertThat(child.waitFor()).as(log).isZero();
        assertThat(log.lines()).contains("{\"item\":\"tea\",\"price\":1.0}");
        assertThat(log.lines().filter(line -> line.contains(" dev.aloft.codec.jackson.")))
                .isNotEmpty();
        for (String heavy : List.of(".jsr310.", ".Jdk8Deserializers ", ".DateFormatSymbols ")) {
            assertThat(log.lines().filter(line -> line.contains(heavy))).isEmpty();
        }
    }

    /** What the child process runs. */
    static final class ColdRun {
        public static void main(String[] arguments) {
            Object line = CODEC.read("{\"item\":\"tea\",\"price\":1}".getBytes(UTF_8), Order.Line.class);
            System.out.println(new String(CODEC.write(line), UTF_8));
        }
    }
}
