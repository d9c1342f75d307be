package dev.aloft.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.aloft.AloftException;
import dev.aloft.StorageEvent;
import dev.aloft.spi.MessageBinding.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BindingTest {
    private static final List<FunctionDefinition> FUNCTIONS = List.of(
            FunctionDefinition.http("http", "/", "GET"),
            FunctionDefinition.message("queue", Kind.QUEUE, "orders"),
            FunctionDefinition.message("topic", Kind.TOPIC, "orders"),
            FunctionDefinition.message("stream", Kind.STREAM, "orders"),
            FunctionDefinition.event("event", ""),
            FunctionDefinition.storage("storage", "orders", StorageEvent.Kind.CREATED),
            FunctionDefinition.schedule("schedule", "30 3 * * *", "UTC"),
            FunctionDefinition.change("change", "orders"));

    @Test
    void eachKindIsTakenByItsOwnFunctionsOnly() {
        assertThat(takers(Kind.QUEUE.messages())).containsExactly("queue");
        assertThat(takers(Kind.TOPIC.messages())).containsExactly("topic");
        assertThat(takers(Kind.STREAM.messages())).containsExactly("stream");
        assertThat(takers(EventBinding.EVENTS)).containsExactly("event");
        assertThat(takers(StorageBinding.EVENTS)).containsExactly("storage");
        assertThat(takers(StorageBinding.events(StorageEvent.Kind.CREATED))).containsExactly("storage");
        assertThat(takers(StorageBinding.events(StorageEvent.Kind.DELETED))).isEmpty();
        assertThat(takers(ScheduleBinding.FIRINGS)).containsExactly("schedule");
        assertThat(takers(ChangeBinding.CHANGES)).containsExactly("change");
        assertThat(takers("HTTP requests")).isEmpty();
    }

    @Test
    void kindIsToldInWords() {
        assertThat(FUNCTIONS)
                .extracting(function -> function.binding().expects())
                .containsExactly(
                        "HTTP requests",
                        "queue messages of orders",
                        "topic messages of orders",
                        "stream records of orders",
                        "events of every type",
                        "storage events (created) of orders",
                        "firings of its schedule",
                        "database changes of orders");
    }

    @Test
    void wrongNameOfATableIsRefused() {
        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> FunctionDefinition.change("f", ""))
                .withMessageStartingWith("ALOFT-040 The source name \"\" is not valid.");
    }

    private static List<String> takers(String contents) {
        List<String> names = new ArrayList<>();
        for (FunctionDefinition function : FUNCTIONS) {
            if (function.binding().takes(contents)) {
                names.add(function.name());
            }
        }
        return names;
    }
}
