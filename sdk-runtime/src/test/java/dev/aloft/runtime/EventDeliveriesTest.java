package dev.aloft.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.ChangeEvent;
import dev.aloft.Context;
import dev.aloft.Document;
import dev.aloft.Functions;
import dev.aloft.Rejected;
import dev.aloft.RetryLater;
import dev.aloft.ScheduleEvent;
import dev.aloft.StorageEvent;
import dev.aloft.runtime.ProductCodec.Product;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to objects, by the clock and in databases, on its way to the handlers. */
class EventDeliveriesTest {
    private static final StorageEvent CREATED =
            StorageEvent.builder(StorageEvent.Kind.CREATED, "uploads", "a.png").build();
    private static final ScheduleEvent FIRING =
            ScheduleEvent.builder("clean-up", Instant.EPOCH).build();
    private static final Document TEA = product("tea", "9.90");

    private final RecordingInvocation invocation = new RecordingInvocation();
    private final List<Object> received = new ArrayList<>();
    private final List<Context> contexts = new ArrayList<>();
    private final FunctionRuntime runtime = TestFunctions.runtime(Functions.builder()
            .storage("storage", "uploads", List.of(StorageEvent.Kind.CREATED), this::receive)
            .schedule("schedule", "30 3 * * *", this::receive)
            .change("change", "products", Document.class, this::receive)
            .change("typed", "orders", Product.class, this::receive));

    private @Nullable Throwable thrown;

    @Test
    void eachKindReachesItsHandlerAsItIs() {
        ChangeEvent<Document> change = change("c-1", null, TEA);

        assertThat(deliver("storage", DeliveryItem.of("r-1", null, CREATED)).id(0))
                .isEqualTo("r-1");
        assertThat(deliver("schedule", DeliveryItem.of(FIRING)).id(0)).isEqualTo("clean-up/1970-01-01T00:00:00Z");
        assertThat(deliver("change", DeliveryItem.of("111", "shard", change)).id(0))
                .isEqualTo("111");

        assertThat(received).hasSize(3);
        assertThat(received.get(0)).isSameAs(CREATED);
        assertThat(received.get(1)).isSameAs(FIRING);
        assertThat(received.get(2)).isSameAs(change);
        assertThat(contexts).extracting(Context::functionName).containsExactly("storage", "schedule", "change");
        assertThat(invocation.log).isEmpty();
    }

    @Test
    void documentsComeInTheTypeAskedFor() {
        ChangeEvent<Document> update = change("c-1", product("tea", "9.90"), product("tea", "1E+3"));
        ChangeEvent<Document> delete = change("c-2", TEA, null);

        DeliveryResult result =
                deliver("typed", DeliveryItem.of("c-1", null, update), DeliveryItem.of("c-2", null, delete));

        assertThat(result.isDone()).isTrue();
        ChangeEvent<?> first = (ChangeEvent<?>) received.get(0);
        assertThat(first.before()).isEqualTo(Optional.of(new Product("tea", new BigDecimal("9.90"))));
        assertThat(first.after()).isEqualTo(Optional.of(new Product("tea", new BigDecimal("1E+3"))));
        assertThat(first.documentBefore()).contains(TEA);
        assertThat(first).isEqualTo(update);
        ChangeEvent<?> second = (ChangeEvent<?>) received.get(1);
        assertThat(second.before()).isEqualTo(Optional.of(new Product("tea", new BigDecimal("9.90"))));
        assertThat(second.after()).isEmpty();
    }

    @Test
    void documentThatDoesNotFitFailsItsChangeWithoutACall() {
        Document stranger = Document.builder().set("colour", "s3cret").build();

        DeliveryResult result = deliver(
                "typed",
                DeliveryItem.of("c-1", null, change("c-1", TEA, stranger)),
                DeliveryItem.of("c-2", null, change("c-2", stranger, TEA)),
                DeliveryItem.of("c-3", null, change("c-3", null, TEA)));

        assertThat(received)
                .extracting(change -> ((ChangeEvent<?>) change).id())
                .containsExactly("c-3");
        assertThat(result.isDone(0)).isFalse();
        assertThat(result.isAttempted(0)).isTrue();
        assertThat(result.failure(0)).hasMessage("ALOFT-303 No property of the type is in the body.");
        assertThat(result.isDone(1)).isFalse();
        assertThat(result.isDone(2)).isTrue();
        assertThat(invocation.log).hasSize(2).noneMatch(entry -> entry.contains("s3cret"));
        assertThat(invocation.log.get(0)).startsWith("ERROR Function typed did not handle change c-1: ");
    }

    @Test
    void nothingFollowsAFailedChangeOfItsGroup() {
        DeliveryResult result = deliver(
                "typed",
                DeliveryItem.of("1", "a", change("c-1", null, Document.empty())),
                DeliveryItem.of("2", "a", change("c-2", null, TEA)),
                DeliveryItem.of("3", "b", change("c-3", null, TEA)));

        assertThat(received)
                .extracting(change -> ((ChangeEvent<?>) change).id())
                .containsExactly("c-3");
        assertThat(result.isAttempted(1)).isFalse();
        assertThat(result.firstOpen()).isZero();
        assertThat(result.failure())
                .hasMessageStartingWith(
                        "ALOFT-420 Function typed did not handle 2 of 3 changes (1 of them not attempted), the first failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"storage", "schedule", "change", "typed"})
    void outcomeIsWhatWasThrown(String function) {
        thrown = new Rejected("never");
        DeliveryResult rejected = deliver(function, item(function));
        thrown = new RetryLater(Duration.ofSeconds(90), "busy");
        DeliveryResult later = deliver(function, item(function));
        thrown = new AssertionError("wrong");
        DeliveryResult failed = deliver(function, item(function));
        String kind = function.equals("storage") || function.equals("schedule") ? " event " : " change ";

        assertThat(rejected.isDone(0)).isTrue();
        assertThat(rejected.isRejected(0)).isTrue();
        assertThat(later.isDone(0)).isFalse();
        assertThat(later.delaySeconds(0)).isEqualTo(90);
        assertThat(failed.isDone(0)).isFalse();
        assertThat(failed.failure(0)).isSameAs(thrown);
        assertThat(received).hasSize(3);
        assertThat(invocation.log).hasSize(3);
        assertThat(invocation.log.get(0)).startsWith("ERROR Function " + function + " rejected" + kind);
        assertThat(invocation.log.get(2)).startsWith("ERROR Function " + function + " did not handle" + kind);
    }

    @Test
    void contentOfAnotherKindFailsItsItem() {
        DeliveryResult change = deliver("storage", DeliveryItem.of("c-1", null, change("c-1", null, TEA)));
        DeliveryResult message = deliver("storage", TestItems.item("m-1", null));
        DeliveryResult event = deliver("change", DeliveryItem.of(FIRING));
        DeliveryResult unread = deliver("typed", TestItems.item("m-1", null));

        assertThat(received).isEmpty();
        for (DeliveryResult result : List.of(change, message, event, unread)) {
            assertThat(result.isDone(0)).isFalse();
            assertThat(result.failure(0)).isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void attemptIsThatOfTheFiringElseOfTheInvocation() {
        invocation.attempt = 7;
        ScheduleEvent counted =
                ScheduleEvent.builder("clean-up", Instant.EPOCH).attempt(3).build();

        deliver("schedule", DeliveryItem.of(counted), DeliveryItem.of(FIRING));
        deliver("storage", DeliveryItem.of("r-1", null, CREATED));
        deliver("change", DeliveryItem.of("c-1", null, change("c-1", null, TEA)));

        assertThat(contexts.get(0).attempt()).hasValue(3);
        assertThat(contexts.get(1).attempt()).hasValue(7);
        assertThat(contexts.get(2).attempt()).hasValue(7);
        assertThat(contexts.get(3).attempt()).hasValue(7);
        invocation.attempt = 0;
        assertThat(contexts.get(0).attempt()).hasValue(3);
        assertThat(contexts.get(1).attempt()).isEmpty();
        assertThat(contexts).allMatch(context -> context.traceContext().isEmpty());
    }

    private void receive(Object event, Context context) throws Exception {
        received.add(event);
        contexts.add(context);
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof Exception exception) {
            throw exception;
        }
    }

    private DeliveryResult deliver(String function, DeliveryItem... items) {
        SelectedFunction selected = runtime.select(function, origin(function));
        return runtime.deliver(selected, List.of(items), invocation);
    }

    private static Origin origin(String function) {
        return switch (function) {
            case "storage" -> Origin.storage("aws:s3", StorageEvent.Kind.CREATED, "uploads", "uploads");
            case "schedule" -> Origin.schedule("aws:scheduler", "schedule", "schedule");
            default -> Origin.changes("aws:dynamodb", "products", "products");
        };
    }

    private static DeliveryItem item(String function) {
        return switch (function) {
            case "storage" -> DeliveryItem.of("r-1", null, CREATED);
            case "schedule" -> DeliveryItem.of(FIRING);
            default -> DeliveryItem.of("c-1", null, change("c-1", null, TEA));
        };
    }

    private static ChangeEvent<Document> change(String id, @Nullable Document before, @Nullable Document after) {
        return ChangeEvent.builder(id, ChangeEvent.Operation.UPSERT, "products")
                .before(before)
                .after(after)
                .build();
    }

    private static Document product(String id, String price) {
        return Document.builder()
                .set("id", id)
                .set("price", new BigDecimal(price))
                .build();
    }
}
