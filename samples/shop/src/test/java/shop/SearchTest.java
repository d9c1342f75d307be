package shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.ChangeEvent;
import dev.aloft.ChangeEvent.Operation;
import dev.aloft.Document;
import dev.aloft.Functions;
import dev.aloft.local.LocalFunctions;
import dev.aloft.local.junit.AloftTest;
import dev.aloft.local.junit.EveryProfile;
import dev.aloft.local.junit.FunctionsUnderTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An index that follows a database. */
@AloftTest
@EveryProfile
class SearchTest {
    private static final Product GREEN = new Product("tea-1", "Green tea", new BigDecimal("4.20"));
    private static final Product MINT = new Product("tea-1", "Mint tea", new BigDecimal("3.90"));

    /** One for both functions, as in a cloud they would have one database. */
    private final Search search = new Search();

    @FunctionsUnderTest
    private final Functions functions = Functions.builder()
            .change("index-product", "products", Product.class, search::indexProduct)
            .http("find-products", "GET", "/products", search::findProducts)
            .build();

    private LocalFunctions shop;

    @BeforeEach
    void open(LocalFunctions local) {
        shop = local;
    }

    @Test
    void newProductIsFound() {
        shop.database("products").insert(GREEN);

        shop.deliverAll();

        assertThat(found("TEA")).isEqualTo("[{\"id\":\"tea-1\",\"name\":\"Green tea\",\"price\":4.20}]");
        assertThat(found("cake")).isEqualTo("[]");
    }

    @Test
    void renamedProductIsFoundByItsNewNameAlone() {
        shop.database("products").insert(GREEN);
        shop.advance(Duration.ofSeconds(1));
        shop.database("products").update(GREEN, MINT);

        shop.deliverAll();

        assertThat(found("green")).isEqualTo("[]");
        assertThat(found("mint")).contains("Mint tea");
    }

    @Test
    void deletedProductIsNotFound() {
        shop.database("products").insert(GREEN);
        shop.advance(Duration.ofSeconds(1));
        shop.database("products").delete(GREEN);

        shop.deliverAll();

        assertThat(found("tea")).isEqualTo("[]");
    }

    /** Platforms deliver in any order, and more than once. */
    @ParameterizedTest
    @CsvSource({"INSERT, DELETE, INSERT", "DELETE, INSERT, INSERT", "DELETE, DELETE, INSERT"})
    void olderChangeAfterANewerOneChangesNothing(Operation first, Operation second, Operation third) {
        for (Operation operation : new Operation[] {first, second, third}) {
            shop.database("products").send(change(operation));
        }

        shop.deliverAll();

        assertThat(found("tea")).isEqualTo("[]");
    }

    @Test
    void changeOfNoProductIsRejected() {
        shop.database("products")
                .send(ChangeEvent.builder("c-1", Operation.DELETE, "products").build());

        shop.deliverAll();

        assertThat(shop.outcomes("index-product").rejected()).isEqualTo(1);
        assertThat(shop.timeline().text()).contains("The change does not say of which product.");
    }

    private String found(String text) {
        return shop.http().get("/products?q=" + text).text();
    }

    private static ChangeEvent<Document> change(Operation operation) {
        boolean deleted = operation == Operation.DELETE;
        Document product = Document.builder()
                .set("id", "tea-1")
                .set("name", "Green tea")
                .set("price", new BigDecimal("4.20"))
                .build();
        return ChangeEvent.builder("c-" + operation, operation, "products")
                .before(deleted ? product : null)
                .after(deleted ? null : product)
                .time(Instant.parse(deleted ? "2026-11-02T12:00:01Z" : "2026-11-02T12:00:00Z"))
                .build();
    }
}
