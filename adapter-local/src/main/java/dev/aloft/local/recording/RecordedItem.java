package dev.aloft.local.recording;

import org.jspecify.annotations.Nullable;

/**
 * One message or event of an invocation.
 *
 * @param group what it keeps its order with; null if it has none
 * @param content a {@code Message<Body>}, {@code Event}, {@code StorageEvent}, {@code ScheduleEvent} or {@code ChangeEvent<Document>}
 */
public record RecordedItem(@Nullable String group, Object content) {}
