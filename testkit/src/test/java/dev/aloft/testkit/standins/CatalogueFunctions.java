package dev.aloft.testkit.standins;

import dev.aloft.ChangeEvent;
import dev.aloft.Document;
import dev.aloft.Functions;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.FunctionIndex;
import dev.aloft.spi.HandlerFactory;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The application under test: prints each change of the table {@code products}. What has a field {@code flaky} fails at its first
 * delivery.
 */
public final class CatalogueFunctions implements FunctionIndex {
    private final Set<String> failed = ConcurrentHashMap.newKeySet();

    private final FunctionIndex functions = Functions.builder()
            .change("index-product", "products", Document.class, (change, context) -> handle(change))
            .build();

    private void handle(ChangeEvent<Document> change) {
        if (change.after().filter(document -> document.has("flaky")).isPresent() && failed.add(change.id())) {
            throw new IllegalStateException("as asked for");
        }
        System.out.println("handled " + TypedText.of(change));
    }

    @Override
    public List<FunctionDefinition> functions() {
        return functions.functions();
    }

    @Override
    public Object handler(String functionName, @Nullable HandlerFactory factory) throws Exception {
        return functions.handler(functionName, factory);
    }

    @Override
    public Type payloadType(String functionName) {
        return functions.payloadType(functionName);
    }
}
