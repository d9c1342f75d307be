package dev.aloft;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to one object of a bucket (S3, Cloud Storage) or container (Azure), the same on every platform.
 *
 * <pre>{@code
 * StorageEvent event = StorageEvent.builder(StorageEvent.Kind.CREATED, "uploads", "cats/tom 1.png").size(4_711).build();
 * }</pre>
 *
 * <p>An event is immutable. It tells of an object and does not hold it. Each is delivered at least once and in any order, so an older
 * one may come after a newer one: compare {@link #sequencer()}. What a platform does not tell is empty, never invented;
 * {@code docs/events.md} lists who tells what.
 */
public final class StorageEvent {
    /** What happened to an object. */
    public enum Kind {
        /** It is there now: new, or in place of an older one. */
        CREATED,
        /** It is not there any more. */
        DELETED,
        /** It has become an older version, which is still kept (Cloud Storage with versioning). */
        ARCHIVED,
        /** Not its content, but what is told of it was changed: metadata, tags, access rights, storage class. */
        METADATA_UPDATED
    }

    private final String id;
    private final Kind kind;
    private final String bucket;
    private final String key;
    private final long size;
    private final @Nullable String etag;
    private final @Nullable String version;
    private final @Nullable String contentType;
    private final @Nullable String sequencer;
    private final @Nullable Instant time;
    private final byte @Nullable [] raw;

    private StorageEvent(Builder builder) {
        this.id = builder.id != null ? builder.id : builder.madeId();
        this.kind = builder.kind;
        this.bucket = builder.bucket;
        this.key = builder.key;
        this.size = builder.size;
        this.etag = builder.etag;
        this.version = builder.version;
        this.contentType = builder.contentType;
        this.sequencer = builder.sequencer;
        this.time = builder.time;
        this.raw = builder.raw;
    }

    /**
     * Starts an event.
     *
     * @param kind what happened
     * @param bucket the bucket or container, not blank
     * @param key the object's key, not empty
     * @return a builder; without {@link Builder#id} the event's id is {@code bucket/key/sequencer}, or {@code bucket/key}
     * @throws IllegalArgumentException with code ALOFT-413 if bucket or key is missing
     */
    public static Builder builder(Kind kind, String bucket, String key) {
        return new Builder(kind, bucket, key);
    }

    /**
     * The event's identity, the same at every delivery: Event Grid's and Eventarc's event id; for S3, which has none, bucket, key and
     * sequencer, for example {@code uploads/cats/tom.png/0055AED6DCD90281E5}.
     *
     * @return the id, never blank
     */
    public String id() {
        return id;
    }

    /** What happened. */
    public Kind kind() {
        return kind;
    }

    /** The name of the bucket or container on the platform, for example {@code prod-uploads-eu}. */
    public String bucket() {
        return bucket;
    }

    /**
     * The object's key just as the store knows it, decoded from whatever form the platform sends: {@code cats/tom 1+é.png}.
     *
     * <p>It is opaque text that whoever stores the object chooses. {@code ..} and {@code /} in it mean nothing: never resolve it
     * against a folder.
     *
     * @return the key, never empty
     */
    public String key() {
        return key;
    }

    /** The object's size in bytes; mostly empty when it was deleted. */
    public OptionalLong size() {
        return size < 0 ? OptionalLong.empty() : OptionalLong.of(size);
    }

    /** The tag of the object's content, without quotes. */
    public Optional<String> etag() {
        return Optional.ofNullable(etag);
    }

    /** Which version of the object it is: S3's version id, Cloud Storage's generation. */
    public Optional<String> version() {
        return Optional.ofNullable(version);
    }

    /** The object's media type, for example {@code image/png}; S3 does not tell. */
    public Optional<String> contentType() {
        return Optional.ofNullable(contentType);
    }

    /**
     * What orders the events of one key: of two, the one whose sequencer is greater as text is newer. Sequencers of different keys
     * cannot be compared.
     */
    public Optional<String> sequencer() {
        return Optional.ofNullable(sequencer);
    }

    /** When it happened, by the platform's clock. */
    public Optional<Instant> time() {
        return Optional.ofNullable(time);
    }

    /** The event just as the platform handed it over, as a copy. Code that uses it is not portable. */
    public Optional<byte[]> raw() {
        return raw == null ? Optional.empty() : Optional.of(raw.clone());
    }

    /** Everything but the native form. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StorageEvent that
                && that.id.equals(id)
                && that.kind == kind
                && that.bucket.equals(bucket)
                && that.key.equals(key)
                && that.size == size
                && Objects.equals(that.etag, etag)
                && Objects.equals(that.version, version)
                && Objects.equals(that.contentType, contentType)
                && Objects.equals(that.sequencer, sequencer)
                && Objects.equals(that.time, time);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, kind, bucket, key);
    }

    /** For example {@code StorageEvent[CREATED uploads/cats/tom.png]}. */
    @Override
    public String toString() {
        return "StorageEvent[" + kind + " " + bucket + "/" + key + "]";
    }

    /** Collects what an event is made of; what is not set is empty. */
    public static final class Builder {
        private final Kind kind;
        private final String bucket;
        private final String key;
        private @Nullable String id;
        private long size = -1;
        private @Nullable String etag;
        private @Nullable String version;
        private @Nullable String contentType;
        private @Nullable String sequencer;
        private @Nullable Instant time;
        private byte @Nullable [] raw;

        private Builder(Kind kind, String bucket, String key) {
            if (bucket.isBlank() || key.isEmpty()) {
                throw new IllegalArgumentException("ALOFT-413 A storage event has a bucket and a key; the "
                        + (key.isEmpty() ? "key is empty." : "bucket is blank."));
            }
            this.kind = kind;
            this.bucket = bucket;
            this.key = key;
        }

        private String madeId() {
            return bucket + "/" + key + (sequencer == null ? "" : "/" + sequencer);
        }

        /** Sets the identity, which must not be blank. */
        public Builder id(String text) {
            if (text.isBlank()) {
                throw new IllegalArgumentException("ALOFT-413 A storage event has an id that is not blank.");
            }
            this.id = text;
            return this;
        }

        /** Sets the size in bytes; less than 0 for unknown. */
        public Builder size(long bytes) {
            this.size = Math.max(bytes, -1);
            return this;
        }

        /** Sets the tag of the content. */
        public Builder etag(@Nullable String tag) {
            this.etag = tag;
            return this;
        }

        /** Sets the version. */
        public Builder version(@Nullable String text) {
            this.version = text;
            return this;
        }

        /** Sets the media type. */
        public Builder contentType(@Nullable String mediaType) {
            this.contentType = mediaType;
            return this;
        }

        /** Sets what orders the events of the key. */
        public Builder sequencer(@Nullable String text) {
            this.sequencer = text;
            return this;
        }

        /** Sets when it happened. */
        public Builder time(@Nullable Instant instant) {
            this.time = instant;
            return this;
        }

        /** Sets the native form, bytes that are not changed any more. */
        public Builder raw(byte @Nullable [] bytes) {
            this.raw = bytes;
            return this;
        }

        /** The event. */
        public StorageEvent build() {
            return new StorageEvent(this);
        }
    }
}
