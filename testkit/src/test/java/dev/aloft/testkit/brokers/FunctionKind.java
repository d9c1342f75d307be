package dev.aloft.testkit.brokers;

import dev.aloft.StorageEvent;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.MessageBinding;

/** The kinds of functions, one function each. */
enum FunctionKind {
    HTTP(FunctionDefinition.http("answer", "/{path...}", "GET", "POST")),
    QUEUE(FunctionDefinition.message("ship-order", MessageBinding.Kind.QUEUE, "orders")),
    TOPIC(FunctionDefinition.message("send-mail", MessageBinding.Kind.TOPIC, "news")),
    STREAM(FunctionDefinition.message("index-clicks", MessageBinding.Kind.STREAM, "clicks")),
    EVENT(FunctionDefinition.event("count", "")),
    STORAGE(FunctionDefinition.storage("check-upload", "uploads", StorageEvent.Kind.values())),
    SCHEDULE(FunctionDefinition.schedule("clean-up", "30 3 * * *", "UTC")),
    CHANGE(FunctionDefinition.change("index-product", "products"));

    private final FunctionDefinition definition;

    FunctionKind(FunctionDefinition definition) {
        this.definition = definition;
    }

    FunctionDefinition definition() {
        return definition;
    }
}
