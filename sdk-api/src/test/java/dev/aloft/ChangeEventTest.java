package dev.aloft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.aloft.ChangeEvent.Operation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeEventTest {
    private static final Document KEY = Document.builder().set("id", "p-1").build();
    private static final Document BEFORE = Document.builder().set("price", 1).build();
    private static final Document AFTER = Document.builder().set("price", 2).build();

    @Test
    void everythingIsReachable() {
        ChangeEvent<Document> change = full().build();

        assertThat(change.id()).isEqualTo("c-1");
        assertThat(change.operation()).isEqualTo(Operation.UPDATE);
        assertThat(change.source()).isEqualTo("products");
        assertThat(change.key()).isEqualTo(KEY);
        assertThat(change.before()).contains(BEFORE);
        assertThat(change.after()).contains(AFTER);
        assertThat(change.documentBefore()).contains(BEFORE);
        assertThat(change.documentAfter()).contains(AFTER);
        assertThat(change.changedFields()).contains(List.of("price"));
        assertThat(change.sequence()).contains("111");
        assertThat(change.time()).contains(Instant.EPOCH);
        assertThat(change.isExpiry()).isTrue();
        assertThat(change.raw()).contains(new byte[] {1});
    }

    @Test
    void whatIsNotToldIsEmpty() {
        ChangeEvent<Document> change =
                ChangeEvent.builder("c-1", Operation.DELETE, "products").build();

        assertThat(change.key()).isEqualTo(Document.empty());
        assertThat(change.before()).isEmpty();
        assertThat(change.after()).isEmpty();
        assertThat(change.documentBefore()).isEmpty();
        assertThat(change.documentAfter()).isEmpty();
        assertThat(change.changedFields()).isEmpty();
        assertThat(change.sequence()).isEmpty();
        assertThat(change.time()).isEmpty();
        assertThat(change.isExpiry()).isFalse();
        assertThat(change.raw()).isEmpty();
    }

    @Test
    void typedDocumentsShareEverythingElse() {
        ChangeEvent<Document> change = full().build();

        ChangeEvent<String> typed = change.withDocuments(null, "new");

        assertThat(typed.before()).isEmpty();
        assertThat(typed.after()).contains("new");
        assertThat(typed.documentBefore()).contains(BEFORE);
        assertThat(typed.documentAfter()).contains(AFTER);
        assertThat(typed.raw()).contains(new byte[] {1});
        assertThat(typed).isEqualTo(change).hasSameHashCodeAs(change);
    }

    @Test
    void builderListAndNativeFormCanBeChangedWithoutTheChange() {
        List<String> names = new ArrayList<>(List.of("price"));
        ChangeEvent.Builder builder = full().changedFields(names);
        ChangeEvent<Document> change = builder.build();

        names.add("id");
        builder.key(Document.empty()).before(null).after(null).changedFields(null);
        builder.sequence(null).time(null).expiry(false);
        change.raw().orElseThrow()[0] = 9;

        assertThat(change).isEqualTo(full().build());
        assertThat(change.before()).contains(BEFORE);
        assertThat(change.raw()).contains(new byte[] {1});
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> change.changedFields().orElseThrow().add("id"));
    }

    @Test
    void equalityIsOfEverythingButTypedAndNativeForm() {
        ChangeEvent<Document> change = full().build();

        assertThat(change).isEqualTo(full().raw(null).build()).hasSameHashCodeAs(full().build());
        assertThat(change).isNotEqualTo("c-1");
        assertThat(ChangeEvent.builder("c-1", Operation.INSERT, "products").build())
                .isNotEqualTo(
                        ChangeEvent.builder("c-2", Operation.INSERT, "products").build())
                .isNotEqualTo(
                        ChangeEvent.builder("c-1", Operation.UPSERT, "products").build())
                .isNotEqualTo(
                        ChangeEvent.builder("c-1", Operation.INSERT, "orders").build());
        for (UnaryOperator<ChangeEvent.Builder> other : changes()) {
            assertThat(other.apply(full()).build()).isNotEqualTo(change);
        }
    }

    private static List<UnaryOperator<ChangeEvent.Builder>> changes() {
        return List.of(
                builder -> builder.key(Document.empty()),
                builder -> builder.before(null),
                builder -> builder.after(BEFORE),
                builder -> builder.changedFields(List.of()),
                builder -> builder.sequence(null),
                builder -> builder.time(null),
                builder -> builder.expiry(false));
    }

    @Test
    void textHidesTheDocuments() {
        assertThat(full().build()).hasToString("ChangeEvent[c-1 UPDATE of products]");
    }

    @ParameterizedTest
    @CsvSource({"'', products, id", "c-1, ' ', source"})
    void blankNameIsRefused(String id, String source, String what) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChangeEvent.builder(id, Operation.INSERT, source))
                .withMessage("ALOFT-413 A change has an id and a source; the " + what + " is blank.");
    }

    private static ChangeEvent.Builder full() {
        return ChangeEvent.builder("c-1", Operation.UPDATE, "products")
                .key(KEY)
                .before(BEFORE)
                .after(AFTER)
                .changedFields(List.of("price"))
                .sequence("111")
                .time(Instant.EPOCH)
                .expiry(true)
                .raw(new byte[] {1});
    }
}
