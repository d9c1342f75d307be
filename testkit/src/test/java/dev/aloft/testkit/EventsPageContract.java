package dev.aloft.testkit;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What docs/events.md says of the columns of one platform, which its test names by a static method {@code columns}. */
public interface EventsPageContract {
    /** Each field arrives that the column has, and no other one. */
    @ParameterizedTest
    @MethodSource("columns")
    default void whatThePageSaysOfAFieldIsTrue(EventsPage.Column column) throws ReflectiveOperationException {
        EventsPage.requireTrue(column);
    }

    /** Each accessor of an event has its row. */
    @ParameterizedTest
    @MethodSource("columns")
    default void everyFieldHasARow(EventsPage.Column column) {
        EventsPage.requireRows(column.type());
    }
}
