package dev.aloft.processor;

import static dev.aloft.processor.Sources.handler;
import static dev.aloft.processor.Sources.shop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aloft.AloftException;
import dev.aloft.HttpHandler;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.FunctionIndex;
import dev.aloft.spi.HandlerFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class IndexAtRunTimeTest {
    private static final String ORDERS = shop("""
            public final class Orders {
                private static int instances;
                private int calls;

                public Orders() {
                    instances++;
                }

                @HttpTrigger(path = "/orders")
                public HttpResponse listOrders(HttpRequest request, Context context) throws Exception {
                    return HttpResponse.ok(instances + " " + ++calls);
                }

                @HttpTrigger(path = "/orders/{id}")
                public HttpResponse getOrder(HttpRequest request, Context context) {
                    return HttpResponse.ok(instances + " " + ++calls);
                }
            }
            """);

    private static Loader compile(String... sources) {
        return new Loader(Sources.compile(sources));
    }

    private static HandlerFactory factory(Function<Class<?>, Object> creation) {
        return new HandlerFactory() {
            @Override
            public <T> T create(Class<T> type) {
                return type.cast(creation.apply(type));
            }
        };
    }

    private static String answer(Object handler) throws Exception {
        return new String(((HttpHandler) handler).handle(null, null).body().bytes());
    }

    @Test
    void listsTheFunctionsWithoutLoadingThem() throws Exception {
        Loader loader = compile(ORDERS, handler("PlaceOrder", "POST", "/orders"));

        List<FunctionDefinition> functions = loader.index().functions();

        assertThat(functions)
                .containsExactly(
                        FunctionDefinition.http("get-order", "/orders/{id}", "GET"),
                        FunctionDefinition.http("list-orders", "/orders", "GET"),
                        FunctionDefinition.http("place-order", "/orders", "POST"));
        assertThat(loader.loaded()).containsExactly("shop.AloftFunctions");
    }

    @Test
    void loadsOnlyTheClassOfTheInvokedFunction() throws Exception {
        Loader loader = compile(
                ORDERS, handler("PlaceOrder", "POST", "/orders"), handler("CancelOrder", "DELETE", "/orders/{id}"));

        Object handler = loader.index().handler("place-order", null);

        assertThat(answer(handler)).isEqualTo("PlaceOrder");
        assertThat(loader.loaded()).containsExactly("shop.AloftFunctions", "shop.PlaceOrder");
    }

    @Test
    void loadsOnlyTheInvokedMethodsAdapter() throws Exception {
        Loader loader = compile(ORDERS, handler("PlaceOrder", "POST", "/orders"));

        loader.index().handler("get-order", null);

        assertThat(loader.loaded())
                .containsExactlyInAnyOrder("shop.AloftFunctions", "shop.Orders", "shop.AloftFunctions$OrdersGetOrder");
    }

    @Test
    void functionsOfOneClassShareOneInstance() throws Exception {
        FunctionIndex index = compile(ORDERS).index();

        Object list = index.handler("list-orders", null);
        Object get = index.handler("get-order", null);

        assertThat(answer(list)).isEqualTo("1 1");
        assertThat(answer(get)).isEqualTo("1 2");
    }

    @Test
    void theSharedInstanceIsMadeOnceUnderConcurrency() throws Exception {
        FunctionIndex index = compile(ORDERS).index();
        int threads = 8;
        CyclicBarrier start = new CyclicBarrier(threads);
        Callable<Object> creation = () -> {
            start.await();
            return index.handler("list-orders", null);
        };
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Object>> creations = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                creations.add(creation);
            }

            List<Future<Object>> handlers = executor.invokeAll(creations);

            for (int i = 0; i < threads; i++) {
                assertThat(answer(handlers.get(i).get())).isEqualTo("1 " + (i + 1));
            }
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void aFailedConstructorIsTriedAgain() throws Exception {
        String flaky =
                ORDERS.replace("instances++;", "if (instances++ == 0) throw new IllegalStateException(\"not yet\");");
        FunctionIndex index = compile(flaky).index();

        assertThatThrownBy(() -> index.handler("list-orders", null)).hasMessage("not yet");
        assertThat(answer(index.handler("list-orders", null))).isEqualTo("2 1");
    }

    @Test
    void theFactoryIsAskedOncePerClass() throws Exception {
        Loader loader = compile(ORDERS, handler("PlaceOrder", "POST", "/orders"));
        FunctionIndex index = loader.index();
        List<String> asked = new ArrayList<>();
        HandlerFactory factory = factory(type -> {
            asked.add(type.getName());
            return instance(type);
        });

        for (String function : List.of("list-orders", "get-order", "place-order")) {
            index.handler(function, factory);
        }

        assertThat(asked).containsExactly("shop.Orders", "shop.PlaceOrder");
    }

    private static Object instance(Class<?> type) {
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aFactoryThatGivesNothingIsToldSo() throws Exception {
        FunctionIndex index = compile(ORDERS).index();

        assertThatThrownBy(() -> index.handler("list-orders", factory(type -> null)))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("the factory returned null");
    }

    @Test
    void withoutAFactoryAConstructorWithParametersIsACodedFailure() throws Exception {
        String source = handler("PlaceOrder", "POST", "/orders")
                .replace("HttpHandler {", "HttpHandler { public PlaceOrder(String warehouse) {} ");
        FunctionIndex index = new Loader(Sources.compile(List.of("-Aaloft.handlerFactory=true"), source)).index();

        assertThatThrownBy(() -> index.handler("place-order", null))
                .isInstanceOf(AloftException.class)
                .hasMessage(
                        "ALOFT-112 The class shop.PlaceOrder has no public constructor without parameters, and there is no"
                                + " handler factory to create it. Set ALOFT_HANDLER_FACTORY to a class that implements"
                                + " dev.aloft.spi.HandlerFactory.");
        assertThat(answer(index.handler("place-order", factory(IndexAtRunTimeTest::withText))))
                .isEqualTo("PlaceOrder");
    }

    private static Object withText(Class<?> type) {
        try {
            return type.getConstructor(String.class).newInstance("north");
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anUnknownFunctionIsAnError() throws Exception {
        FunctionIndex index = compile(ORDERS).index();

        assertThatThrownBy(() -> index.handler("no-such-function", null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No function no-such-function");
    }

    @Test
    void nothingExpensiveStandsInTheClassFiles() {
        Loader loader = compile(ORDERS, handler("PlaceOrder", "POST", "/orders"));

        assertThat(loader.names().filter(name -> name.startsWith("shop.AloftFunctions")))
                .hasSize(3)
                .allSatisfy(
                        name -> assertThat(new String(loader.bytes(name), java.nio.charset.StandardCharsets.ISO_8859_1))
                                .doesNotContain("LambdaMetafactory", "java/util/stream", "java/lang/reflect"));
        assertThat(Arrays.asList(loader.getDefinedPackages())).isEmpty();
    }
}
