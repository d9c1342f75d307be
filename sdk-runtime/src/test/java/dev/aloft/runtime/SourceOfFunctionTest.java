package dev.aloft.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Document;
import dev.aloft.Functions;
import dev.aloft.HttpResponse;
import dev.aloft.StorageEvent;
import dev.aloft.spi.EventBinding;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.FunctionIndex;
import dev.aloft.spi.HandlerFactory;
import dev.aloft.spi.MessageBinding.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SourceOfFunctionTest {

    @Test
    void theSourceIsThePlatformsNameIfASettingGivesIt() {
        Functions functions = Functions.builder()
                .queue("ship", "orders", String.class, (message, context) -> {})
                .build();

        assertThat(source(Map.of("ALOFT_SOURCE_ORDERS", "prod-orders"), functions))
                .isEqualTo("prod-orders");
        assertThat(source(Map.of(), functions)).isEqualTo("orders");
    }

    @Test
    void theTypeThatAFunctionAsksForIsKnownWithoutADelivery() {
        Functions functions = Functions.builder()
                .queue("ship", "orders", Integer.class, (message, context) -> {})
                .change("index", "products", Document.class, (change, context) -> {})
                .schedule("clean-up", "30 3 * * *", (event, context) -> {})
                .build();
        FunctionRuntime runtime = FunctionRuntime.start("test", Map.of(), functions);

        assertThat(runtime.payloadType("ship")).isEqualTo(Integer.class);
        assertThat(runtime.payloadType("index")).isEqualTo(Document.class);
        assertThat(runtime.payloadType("clean-up")).isNull();
        assertThat(runtime.payloadType("no-such-function")).isNull();
    }

    @Test
    void bucketsTablesAndSchedulesHaveTheirNamesLikewise() {
        Functions functions = Functions.builder()
                .storage("thumb", "uploads", List.of(StorageEvent.Kind.CREATED), (event, context) -> {})
                .schedule("clean-up", "30 3 * * *", (event, context) -> {})
                .change("index", "products", Document.class, (change, context) -> {})
                .build();
        FunctionRuntime plain = FunctionRuntime.start("test", Map.of(), functions);
        FunctionRuntime renamed = FunctionRuntime.start(
                "test",
                Map.of("ALOFT_SOURCE_UPLOADS", "eu-uploads", "ALOFT_SOURCE_CLEAN_UP", "eu-clean-up"),
                functions);

        assertThat(sources(plain)).containsExactly("uploads", "clean-up", "products");
        assertThat(sources(renamed)).containsExactly("eu-uploads", "eu-clean-up", "products");
    }

    private static List<String> sources(FunctionRuntime runtime) {
        Origin bucket = Origin.storage("test:bucket", StorageEvent.Kind.CREATED, "any", "any");
        return List.of(
                runtime.source(runtime.select("thumb", bucket)),
                runtime.source(runtime.select("clean-up", Origin.schedule("test:timer", "any", "any"))),
                runtime.source(runtime.select("index", Origin.changes("test:table", "any", "any"))));
    }

    @Test
    void aFunctionForEventsHasTheSourceThatItTakes() {
        Functions every = Functions.builder()
                .event("count", List.of(), (event, context) -> {})
                .build();

        assertThat(eventSource(every)).isEmpty();
        assertThat(eventSource(new OneSource())).isEqualTo("/shop");
    }

    @Test
    void aFunctionForRequestsHasNone() {
        Functions functions = Functions.builder()
                .http("hello", "GET", "/", (request, context) -> HttpResponse.ok())
                .build();
        FunctionRuntime runtime = FunctionRuntime.start("test", Map.of(), functions);
        FunctionDefinition hello = runtime.functions().get(0);

        assertThat(runtime.source(new SelectedFunction(new FunctionHandle(hello, functions, null))))
                .isEmpty();
    }

    private static String source(Map<String, String> environment, Functions functions) {
        FunctionRuntime runtime = FunctionRuntime.start("test", environment, functions);
        Origin origin = Origin.messages("test:queue", List.of(Kind.QUEUE), "any", "any");
        return runtime.source(runtime.select("ship", origin));
    }

    private static String eventSource(FunctionIndex functions) {
        FunctionRuntime runtime = FunctionRuntime.start("test", Map.of(), functions);
        return runtime.source(runtime.select("count", Origin.event("test:events", "t", "/shop")));
    }

    private static final class OneSource implements FunctionIndex {
        @Override
        public List<FunctionDefinition> functions() {
            return List.of(new FunctionDefinition("count", new EventBinding(List.of(), "/shop")));
        }

        @Override
        public Object handler(String functionName, HandlerFactory factory) {
            throw new AssertionError("not called");
        }
    }
}
