package dev.aloft.testkit.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Headers;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.PercentEncoding;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a client sends reaches the function through every gateway, and what the function answers reaches the client. */
class AwsRoundTripTest {
    private static final int RUNS = 2_000;

    private final LambdaFunction function = new LambdaFunction();
    private final long seed = new Random().nextLong();
    private final RandomExchange random = new RandomExchange(new Random(seed));

    /**
     * A gateway and what it makes of repeated lines.
     *
     * @param repeats what a function sees of several request headers or parameters of one name
     * @param joins whether the client sees repeated response headers as one
     */
    private record Column(
            String name,
            LambdaGateway gateway,
            UnaryOperator<List<String>> repeats,
            boolean queryRepeats,
            boolean joins) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Column> columns() {
        UnaryOperator<List<String>> all = UnaryOperator.identity();
        UnaryOperator<List<String>> last = values -> List.of(values.get(values.size() - 1));
        UnaryOperator<List<String>> joined = values -> List.of(String.join(",", values));
        return Stream.of(
                new Column("REST API", new RestApiV1Encoder(), all, true, false),
                new Column("HTTP API 1.0", RestApiV1Encoder.httpApi(), all, true, false),
                new Column("HTTP API 2.0", new HttpApiV2Encoder(), joined, true, true),
                new Column("HTTP API 2.0 with stage", new HttpApiV2Encoder("blue"), joined, true, true),
                new Column("function URL", new FunctionUrlEncoder(), joined, true, true),
                new Column("load balancer", AlbEncoder.single(), last, false, true),
                new Column("load balancer, multi-value", AlbEncoder.multi(), all, true, false));
    }

    @ParameterizedTest
    @MethodSource("columns")
    void requestReachesTheFunction(Column column) {
        for (int run = 0; run < RUNS; run++) {
            HttpRequest sent = random.request();

            function.answer(column.gateway().encode(sent), HttpResponse.ok());

            HttpRequest got = function.request();
            assertThat(got.method()).as("seed %d", seed).isEqualTo(sent.method());
            assertThat(decoded(got.path())).as("seed %d", seed).isEqualTo(decoded(sent.path()));
            for (String name : sent.query().names()) {
                List<String> values = sent.query().all(name);
                assertThat(got.query().all(name))
                        .as("seed %d", seed)
                        .isEqualTo(column.queryRepeats() ? values : List.of(values.get(values.size() - 1)));
            }
            assertThat(got.query().names())
                    .as("seed %d", seed)
                    .isEqualTo(sent.query().names());
            for (String name : sent.headers().names()) {
                assertThat(got.headers().all(name))
                        .as("seed %d", seed)
                        .isEqualTo(column.repeats().apply(sent.headers().all(name)));
            }
            assertThat(got.body().bytes())
                    .as("seed %d", seed)
                    .isEqualTo(sent.body().bytes());
            assertThat(got.clientAddress()).as("seed %d", seed).isEqualTo(sent.clientAddress());
        }
    }

    @ParameterizedTest
    @MethodSource("columns")
    void responseReachesTheClient(Column column) {
        byte[] event = column.gateway().encode(HttpRequest.builder("GET", "/a").build());
        for (int run = 0; run < RUNS; run++) {
            HttpResponse sent = random.response();

            GatewayReply got = column.gateway().decode(function.answer(event, sent));

            assertThat(got.status()).as("seed %d", seed).isEqualTo(sent.status());
            assertThat(got.body()).as("seed %d", seed).isEqualTo(sent.body().bytes());
            assertThat(got.headers().names())
                    .as("seed %d", seed)
                    .containsAll(sent.headers().names());
            for (String name : got.headers().names()) {
                assertThat(got.headers().all(name))
                        .as("seed %d", seed)
                        .isEqualTo(expected(sent.headers(), name, column));
            }
        }
    }

    private static List<String> expected(Headers sent, String name, Column column) {
        List<String> values = sent.all(name);
        boolean joined = column.joins() && !name.equals("set-cookie") && values.size() > 1;
        return joined ? List.of(String.join(", ", values)) : values;
    }

    private static String decoded(String path) {
        return PercentEncoding.decodeSegment(path);
    }
}
