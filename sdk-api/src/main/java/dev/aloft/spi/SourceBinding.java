package dev.aloft.spi;

/** What comes from one named queue, topic, stream, bucket, table or collection. */
public sealed interface SourceBinding extends Binding permits MessageBinding, StorageBinding, ChangeBinding {
    /** The logical name, for example {@code orders}; {@link SourceNames#setting} has the platform's. */
    String source();
}
