package dev.aloft.testkit.standins;

import dev.aloft.Functions;
import dev.aloft.Message;
import dev.aloft.Rejected;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.FunctionIndex;
import dev.aloft.spi.HandlerFactory;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The application under test: {@code ok-7} is handled, {@code flaky-7} from its second delivery on, {@code poison-7} never, and
 * {@code bad-7} is rejected. What was handled it prints.
 */
public final class ShipmentFunctions implements FunctionIndex {
    /** The system property with what was handled, a line each. */
    static final String HANDLED = "aloft.test.handled";

    private final FunctionIndex functions = Functions.builder()
            .queue("ship", "shipments", String.class, (message, context) -> ship(message))
            .build();

    private static void ship(Message<String> message) {
        String payload = message.payload();
        int attempt = message.attempt().orElseThrow();
        if (payload.startsWith("poison") || payload.startsWith("flaky") && attempt == 1) {
            throw new IllegalStateException("attempt " + attempt);
        }
        if (payload.startsWith("bad")) {
            throw new Rejected("not for us");
        }
        System.getProperties()
                .merge(
                        HANDLED,
                        payload,
                        (before, last) -> before + "\n" + last); // seen through every class loader of a process
        System.out.println("handled " + payload);
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
