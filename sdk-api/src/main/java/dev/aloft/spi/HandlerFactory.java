package dev.aloft.spi;

/**
 * Creates handlers in place of their constructors: the hook for Spring, CDI, Guice or Avaje.
 *
 * <p>The setting {@code ALOFT_HANDLER_FACTORY} (or the system property {@code aloft.handler.factory}) names a class that
 * implements it and has a public constructor without parameters; for Spring its body is one line,
 * {@code return applicationContext.getBean(type)}.
 */
@FunctionalInterface
public interface HandlerFactory {
    /**
     * Creates, or finds, the one instance of a handler class. It is called once per class, before its first invocation.
     *
     * @param type the class that carries the trigger
     * @param <T> the class that carries the trigger
     * @return the instance, never null
     * @throws Exception whatever went wrong; every request to the function is then answered 500 with code ALOFT-108
     */
    <T> T create(Class<T> type) throws Exception;
}
