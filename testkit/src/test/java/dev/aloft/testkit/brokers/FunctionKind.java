package dev.aloft.testkit.brokers;

import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.MessageBinding;

/** The kinds of functions, one function each. */
enum FunctionKind {
    HTTP(FunctionDefinition.http("answer", "/{path...}", "GET", "POST")),
    QUEUE(FunctionDefinition.message("ship-order", MessageBinding.Kind.QUEUE, "orders")),
    TOPIC(FunctionDefinition.message("send-mail", MessageBinding.Kind.TOPIC, "news")),
    STREAM(FunctionDefinition.message("index-clicks", MessageBinding.Kind.STREAM, "clicks")),
    EVENT(FunctionDefinition.event("count", ""));

    private final FunctionDefinition definition;

    FunctionKind(FunctionDefinition definition) {
        this.definition = definition;
    }

    FunctionDefinition definition() {
        return definition;
    }
}
