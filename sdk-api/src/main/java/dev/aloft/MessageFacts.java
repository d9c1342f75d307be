package dev.aloft;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is told of a message beside id and payload, shared between a message and its typed form. */
record MessageFacts(
        Attributes attributes,
        String source,
        @Nullable String subject,
        @Nullable Instant enqueuedAt,
        int attempt,
        @Nullable String orderingKey,
        @Nullable String partition,
        @Nullable String sequence,
        @Nullable String contentType,
        @Nullable TraceContext trace) {}
