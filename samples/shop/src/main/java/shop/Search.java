package shop;

import dev.aloft.ChangeEvent;
import dev.aloft.ChangeTrigger;
import dev.aloft.Context;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.HttpTrigger;
import dev.aloft.Rejected;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds products by words of their names. The database is the truth; the index follows its changes. */
public final class Search {
    /** What is known of each product, that of a deleted one included: an older change may still come. */
    private final Map<String, Known> index = new TreeMap<>();

    /** Takes a product into the index or out of it. The same change twice, or an older one, changes nothing. */
    @ChangeTrigger("products")
    public synchronized void indexProduct(ChangeEvent<Product> change, Context context) {
        Instant time = change.time().orElse(Instant.EPOCH);
        Known known = index.get(id(change));
        if (known == null || !time.isBefore(known.time())) {
            index.put(id(change), new Known(change.after(), time));
        }
    }

    /** Lists the products whose names have the text {@code q} in them. */
    @HttpTrigger(path = "/products")
    public synchronized HttpResponse findProducts(HttpRequest request, Context context) {
        String text = request.query("q").orElse("").toLowerCase(Locale.ROOT);
        List<Product> found = index.values().stream()
                .flatMap(known -> known.product().stream())
                .filter(product -> product.name().toLowerCase(Locale.ROOT).contains(text))
                .toList();
        return HttpResponse.json(found);
    }

    private static String id(ChangeEvent<Product> change) {
        return change.after()
                .or(change::before)
                .map(Product::id)
                .or(() -> change.key().text("id"))
                .orElseThrow(() -> new Rejected("The change does not say of which product."));
    }

    private record Known(Optional<Product> product, Instant time) {}
}
