package dev.aloft.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aloft.AloftException;
import dev.aloft.ChangeEvent;
import dev.aloft.ChangeEvent.Operation;
import dev.aloft.Document;
import dev.aloft.Functions;
import dev.aloft.Rejected;
import dev.aloft.runtime.json.JsonException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LocalDatabaseTest {
    private static final Document BEFORE = Document.builder()
            .set("id", "p-1")
            .set("price", 9)
            .set("old", true)
            .set("size", Document.builder().set("height", 1).set("width", 2).build())
            .build();
    private static final Document AFTER = Document.builder()
            .set("id", "p-1")
            .set("price", 10)
            .set("none", null)
            .set("size", Document.builder().set("height", 1).set("width", 3).build())
            .build();

    private final List<ChangeEvent<Document>> seen = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final LocalFunctions functions = Calm.of(Functions.builder()
            .change("index", "products", Document.class, (change, context) -> seen.add(change))
            .change(
                    "typed",
                    "products",
                    String.class,
                    (change, context) -> texts.add(
                            change.before().orElse("-") + " > " + change.after().orElse("-")))
            .build());
    private final LocalDatabase products = functions.database("products");

    @Test
    void anUpdateTellsBothDocumentsAndWhatDiffers() {
        String id = products.update(BEFORE, AFTER);

        assertThat(products.waiting()).isEqualTo(2);
        functions.deliverAll();

        ChangeEvent<Document> change = seen.get(0);
        assertThat(change.id()).isEqualTo(id).isEqualTo("products-1767225600000000");
        assertThat(change.operation()).isEqualTo(Operation.UPDATE);
        assertThat(change.source()).isEqualTo("products");
        assertThat(change.key()).isEqualTo(Document.builder().set("id", "p-1").build());
        assertThat(change.before()).contains(BEFORE);
        assertThat(change.after()).contains(AFTER);
        assertThat(change.changedFields().orElseThrow()).containsExactly("price", "old", "size.width", "none");
        assertThat(change.sequence()).contains("1767225600000000");
        assertThat(change.time()).contains(Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(change.isExpiry()).isFalse();
        assertThat(texts).hasSize(1);
        assertThat(texts.get(0)).contains("\"price\":9,", " > ", "\"price\":10,");
    }

    @Test
    void insertsAndDeletionsHaveOneDocument() {
        products.insert(AFTER);
        products.delete(BEFORE);
        functions.deliverAll();

        assertThat(seen).extracting(ChangeEvent::operation).containsExactly(Operation.INSERT, Operation.DELETE);
        assertThat(seen.get(0).before()).isEmpty();
        assertThat(seen.get(0).after()).contains(AFTER);
        assertThat(seen.get(1).before()).contains(BEFORE);
        assertThat(seen.get(1).after()).isEmpty();
        assertThat(seen).allSatisfy(change -> assertThat(change.changedFields()).isEmpty());
        assertThat(Long.parseLong(seen.get(1).sequence().orElseThrow()))
                .isGreaterThan(Long.parseLong(seen.get(0).sequence().orElseThrow()));
    }

    @Test
    void anyValueThatTheCodecWritesAsAnObjectIsADocument() {
        products.insert(new StringBuilder("{\"id\":7,\"price\":9.90}"));
        functions.deliverAll();

        assertThat(seen.get(0).after().orElseThrow().number("price")).contains(new BigDecimal("9.90"));
        assertThat(seen.get(0).key().number("id")).contains(BigDecimal.valueOf(7));
        assertThatThrownBy(() -> products.insert(new StringBuilder("[1]"))).isInstanceOf(JsonException.class);
        assertThatThrownBy(() -> products.insert(new StringBuilder("{}x"))).isInstanceOf(JsonException.class);
    }

    @Test
    void otherFieldsCanBeTheKey() {
        products.keyedBy("price", "old").delete(BEFORE);
        functions.deliverAll();

        assertThat(seen.get(0).key())
                .isEqualTo(Document.builder().set("price", 9).set("old", true).build());
        assertThatThrownBy(() -> products.keyedBy("sku").insert(AFTER))
                .isInstanceOf(AloftException.class)
                .hasMessage(
                        "ALOFT-133 The change was not sent: the document has no field sku, which would identify it; give it a"
                                + " key.");
        assertThat(products.waiting()).isZero();
    }

    @Test
    void aChangeThatATestHasBuiltIsSentAsItIs() {
        ChangeEvent<Document> upsert = ChangeEvent.builder("c-1", Operation.UPSERT, "products")
                .after(AFTER)
                .build();

        products.send(upsert);
        products.send(upsert);
        functions.deliverAll();

        assertThat(seen).containsExactly(upsert, upsert);
    }

    @Test
    void whatIsRejectedIsADeadLetter() {
        LocalFunctions picky = Calm.of(Functions.builder()
                .change("index", "products", Document.class, (change, context) -> {
                    throw new Rejected("no index");
                })
                .build());

        picky.database("products").insert(AFTER);
        picky.deliverAll();

        DeadEvent<ChangeEvent<Document>> dead =
                picky.database("products").deadLetters().get(0);
        assertThat(dead.event().after()).contains(AFTER);
        assertThat(dead.function()).isEqualTo("index");
        assertThat(dead.reason()).isEqualTo("no index");
    }

    @Test
    void anUnknownTableIsRefused() {
        assertThatThrownBy(() -> functions.database("orders"))
                .hasMessageStartingWith("ALOFT-123 There is no database named orders. Declared: [database products].");
    }
}
