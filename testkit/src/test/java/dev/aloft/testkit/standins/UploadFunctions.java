package dev.aloft.testkit.standins;

import dev.aloft.Functions;
import dev.aloft.StorageEvent;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.FunctionIndex;
import dev.aloft.spi.HandlerFactory;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The application under test: of a blob whose name has {@code flaky} in it the first event fails. */
public final class UploadFunctions implements FunctionIndex {
    /** The system property with what was handled, a line each. */
    static final String HANDLED = "aloft.test.uploads";

    private final Set<String> failed = ConcurrentHashMap.newKeySet();

    private final FunctionIndex functions = Functions.builder()
            .storage(
                    "check-upload",
                    "uploads",
                    List.of(StorageEvent.Kind.CREATED, StorageEvent.Kind.DELETED),
                    (event, context) -> handle(event))
            .build();

    private void handle(StorageEvent event) {
        if (event.key().contains("flaky") && failed.add(event.key())) {
            throw new IllegalStateException("as asked for");
        }
        System.getProperties()
                .merge(
                        HANDLED,
                        line(event),
                        (before, last) -> before + "\n" + last); // seen through every class loader of a process
    }

    /** All that an event tells, the key at the end. */
    static String line(StorageEvent event) {
        return event.id() + " " + event.kind() + " " + event.time().orElseThrow() + " "
                + event.sequencer().orElseThrow() + " " + event.etag().orElse("-") + " "
                + event.size() + " " + event.contentType().orElse("-") + " " + event.bucket() + "/" + event.key();
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
