package dev.aloft.processor;

/** The handler interfaces: what a trigger may stand on, and what the index's adapters implement. */
enum HandlerKind {
    HTTP("dev.aloft.HttpHandler", "HttpResponse %s(HttpRequest, Context)"),
    MESSAGE("dev.aloft.MessageHandler", "void %s(Message<T>, Context)"),
    BATCH("dev.aloft.BatchHandler", "BatchResult %s(java.util.List<Message<T>>, Context)"),
    EVENT("dev.aloft.EventHandler", "void %s(Event, Context)"),
    STORAGE("dev.aloft.StorageHandler", "void %s(StorageEvent, Context)"),
    SCHEDULE("dev.aloft.ScheduleHandler", "void %s(ScheduleEvent, Context)"),
    CHANGE("dev.aloft.ChangeHandler", "void %s(ChangeEvent<T>, Context)");

    private final String interfaceName;
    private final String signature;

    HandlerKind(String interfaceName, String signature) {
        this.interfaceName = interfaceName;
        this.signature = signature;
    }

    /** For example {@code dev.aloft.HttpHandler}. */
    String interfaceName() {
        return interfaceName;
    }

    /** Whether the handler has a type argument, its payload. */
    boolean isTyped() {
        return this == MESSAGE || this == BATCH || this == CHANGE;
    }

    /** How a payload is named, for example {@code MessageHandler<Order> or Message<String>}. */
    String examples() {
        return this == CHANGE
                ? "ChangeHandler<Product> or ChangeEvent<Document>"
                : "MessageHandler<Order> or Message<String>";
    }

    /** For example {@code HttpResponse place(HttpRequest, Context)}. */
    String signature(String method) {
        return signature.formatted(method);
    }
}
