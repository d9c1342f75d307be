package dev.aloft.processor;

/**
 * The class that a handler is created of.
 *
 * @param name the qualified name as in the source, for example {@code shop.Orders}
 * @param packageName its package; empty for the unnamed one
 * @param constructible whether it has a public constructor without parameters; if not, only a factory can create it
 */
record HandlerClass(String name, String packageName, boolean constructible) {
    String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
