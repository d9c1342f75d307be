package dev.aloft.spi;

import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The functions of an application. The annotation processor writes one; {@link dev.aloft.Functions#builder()} builds one by
 * hand.
 *
 * <p>At start-up the class named in {@code META-INF/aloft/index} is used, unless the setting {@code ALOFT_INDEX} (or the
 * system property {@code aloft.index}) names another one with a public constructor without parameters.
 */
public interface FunctionIndex {
    /** All functions, in a stable order; none of their classes is loaded. */
    List<FunctionDefinition> functions();

    /**
     * Creates the handler of a function. It is called once per function, when it is first invoked.
     *
     * @param functionName one of the names in {@link #functions()}
     * @param factory what creates the instance; null for its own constructor
     * @return the handler: for an {@link HttpBinding} a {@link dev.aloft.HttpHandler}, for a {@link MessageBinding} a {@link
     *     dev.aloft.MessageHandler} or {@link dev.aloft.BatchHandler}, for an {@link EventBinding} a {@link dev.aloft.EventHandler},
     *     for a {@link StorageBinding}, {@link ScheduleBinding} or {@link ChangeBinding} the handler of that name
     * @throws Exception whatever the constructor or the factory throws
     */
    Object handler(String functionName, @Nullable HandlerFactory factory) throws Exception;

    /**
     * The payload that a function of a {@link MessageBinding}, or the document that one of a {@link ChangeBinding}, asks for. It is
     * called when the function is first invoked, so that no other function's classes are loaded.
     *
     * @param functionName one of the names in {@link #functions()}
     * @return a class or generic type that the codec reads; for messages also {@code String}, {@code byte[]} or {@link
     *     dev.aloft.Body}, for documents {@link dev.aloft.Document}
     */
    default Type payloadType(String functionName) {
        throw new AloftException(
                Kind.CONFIGURATION,
                "ALOFT-115",
                "The function index " + getClass().getName() + " does not tell which payload function " + functionName
                        + " asks for. Override payloadType.");
    }
}
