package dev.aloft.spi;

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
     * @return the handler, for an {@link HttpBinding} a {@link dev.aloft.HttpHandler}
     * @throws Exception whatever the constructor or the factory throws
     */
    Object handler(String functionName, @Nullable HandlerFactory factory) throws Exception;
}
