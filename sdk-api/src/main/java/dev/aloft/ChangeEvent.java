package dev.aloft;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change of one document or row of a database, the same on every platform.
 *
 * <pre>{@code
 * ChangeEvent<Document> change = ChangeEvent.builder("c-1", ChangeEvent.Operation.UPDATE, "products").after(product).build();
 * ChangeEvent<Product> typed = change.withDocuments(before, after);                                   // in a test
 * }</pre>
 *
 * <p>A change is immutable. Each is delivered at least once. What a platform does not tell is empty, never invented;
 * {@code docs/events.md} lists who tells what.
 *
 * @param <T> what documents are read as: a record or class that the codec reads, or {@link Document} for the neutral tree
 */
public final class ChangeEvent<T> {
    /** What was done. */
    public enum Operation {
        /** The document is new. */
        INSERT,
        /** The document was there before. */
        UPDATE,
        /** The document is not there any more. */
        DELETE,
        /** The document is new or was changed; the platform does not tell which (Cosmos DB). */
        UPSERT
    }

    private final Builder facts;
    private final @Nullable T before;
    private final @Nullable T after;

    private ChangeEvent(Builder facts, @Nullable T before, @Nullable T after) {
        this.facts = facts;
        this.before = before;
        this.after = after;
    }

    /**
     * Starts a change.
     *
     * @param id the identity, not blank
     * @param operation what was done
     * @param source the table or collection, not blank
     * @return a builder
     * @throws IllegalArgumentException with code ALOFT-413 if id or source is blank
     */
    public static Builder builder(String id, Operation operation, String source) {
        return new Builder(id, operation, source);
    }

    /**
     * The change's identity, the same at every delivery: DynamoDB's event id, Eventarc's event id; for Cosmos DB, which has none, the
     * document's key and version.
     *
     * @return the id, never blank
     */
    public String id() {
        return facts.id;
    }

    /** What was done. */
    public Operation operation() {
        return facts.operation;
    }

    /** The name of the table or collection on the platform, for example {@code prod-products}. */
    public String source() {
        return facts.source;
    }

    /** What identifies the document within its source; empty where the platform does not tell it apart from the document. */
    public Document key() {
        return facts.key;
    }

    /** The document before the change; empty where the platform does not keep it, and after an insert. */
    public Optional<T> before() {
        return Optional.ofNullable(before);
    }

    /** The document after the change; empty where the platform does not send it, and after a delete. */
    public Optional<T> after() {
        return Optional.ofNullable(after);
    }

    /** The former document as the neutral tree, whatever the function asked for. */
    public Optional<Document> documentBefore() {
        return Optional.ofNullable(facts.before);
    }

    /** The new document as the neutral tree, whatever the function asked for. */
    public Optional<Document> documentAfter() {
        return Optional.ofNullable(facts.after);
    }

    /** The fields that were changed, where the platform tells them (Firestore, DocumentDB); nested ones as {@code address.city}. */
    public Optional<List<String>> changedFields() {
        return Optional.ofNullable(facts.changedFields);
    }

    /** The change's position in its stream: DynamoDB's sequence number, Cosmos DB's {@code _lsn}. */
    public Optional<String> sequence() {
        return Optional.ofNullable(facts.sequence);
    }

    /** When it happened, by the platform's clock. */
    public Optional<Instant> time() {
        return Optional.ofNullable(facts.time);
    }

    /** Whether the database itself deleted the document because its time to live was over; only DynamoDB tells. */
    public boolean isExpiry() {
        return facts.expiry;
    }

    /** The change just as the platform handed it over, as a copy. Code that uses it is not portable. */
    public Optional<byte[]> raw() {
        return facts.raw == null ? Optional.empty() : Optional.of(facts.raw.clone());
    }

    /**
     * This change with its documents in another form, as the runtime reads them for a function.
     *
     * @param former the document before; null if there is none
     * @param latter the document after; null if there is none
     * @param <U> their type
     * @return a change that shares everything else
     */
    public <U> ChangeEvent<U> withDocuments(@Nullable U former, @Nullable U latter) {
        return new ChangeEvent<>(facts, former, latter);
    }

    /** Everything but the documents' typed form and the native form. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ChangeEvent<?> that
                && that.facts.id.equals(facts.id)
                && that.facts.operation == facts.operation
                && that.facts.source.equals(facts.source)
                && that.facts.key.equals(facts.key)
                && Objects.equals(that.facts.before, facts.before)
                && Objects.equals(that.facts.after, facts.after)
                && Objects.equals(that.facts.changedFields, facts.changedFields)
                && Objects.equals(that.facts.sequence, facts.sequence)
                && Objects.equals(that.facts.time, facts.time)
                && that.facts.expiry == facts.expiry;
    }

    @Override
    public int hashCode() {
        return Objects.hash(facts.id, facts.operation, facts.source);
    }

    /** Without the documents, since they may be secret: {@code ChangeEvent[c-1 UPDATE of products]}. */
    @Override
    public String toString() {
        return "ChangeEvent[" + facts.id + " " + facts.operation + " of " + facts.source + "]";
    }

    /** Collects what a change is made of; what is not set is empty. A builder is for one change. */
    public static final class Builder {
        private final String id;
        private final Operation operation;
        private final String source;
        private Document key = Document.empty();
        private @Nullable Document before;
        private @Nullable Document after;
        private @Nullable List<String> changedFields;
        private @Nullable String sequence;
        private @Nullable Instant time;
        private boolean expiry;
        private byte @Nullable [] raw;

        private Builder(String id, Operation operation, String source) {
            if (id.isBlank() || source.isBlank()) {
                throw new IllegalArgumentException("ALOFT-413 A change has an id and a source; the "
                        + (id.isBlank() ? "id" : "source") + " is blank.");
            }
            this.id = id;
            this.operation = operation;
            this.source = source;
        }

        private Builder(Builder other) {
            this.id = other.id;
            this.operation = other.operation;
            this.source = other.source;
            this.key = other.key;
            this.before = other.before;
            this.after = other.after;
            this.changedFields = other.changedFields;
            this.sequence = other.sequence;
            this.time = other.time;
            this.expiry = other.expiry;
            this.raw = other.raw;
        }

        /** Sets what identifies the document. */
        public Builder key(Document fields) {
            this.key = fields;
            return this;
        }

        /** Sets the document before the change. */
        public Builder before(@Nullable Document document) {
            this.before = document;
            return this;
        }

        /** Sets the document after the change. */
        public Builder after(@Nullable Document document) {
            this.after = document;
            return this;
        }

        /** Sets which fields were changed. */
        public Builder changedFields(@Nullable List<String> names) {
            this.changedFields = names == null ? null : List.copyOf(names);
            return this;
        }

        /** Sets the position in the stream. */
        public Builder sequence(@Nullable String text) {
            this.sequence = text;
            return this;
        }

        /** Sets when it happened. */
        public Builder time(@Nullable Instant instant) {
            this.time = instant;
            return this;
        }

        /** Sets whether the database deleted the document because its time to live was over. */
        public Builder expiry(boolean byDatabase) {
            this.expiry = byDatabase;
            return this;
        }

        /** Sets the native form, bytes that are not changed any more. */
        public Builder raw(byte @Nullable [] bytes) {
            this.raw = bytes;
            return this;
        }

        /** The change, its documents as neutral trees. */
        public ChangeEvent<Document> build() {
            return new ChangeEvent<>(new Builder(this), before, after);
        }
    }
}
