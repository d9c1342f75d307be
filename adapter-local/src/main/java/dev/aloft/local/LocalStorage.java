package dev.aloft.local;

import dev.aloft.StorageEvent;
import dev.aloft.StorageEvent.Kind;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A bucket in this process: {@code functions.storage("uploads").put("cats/tom.png", bytes)}.
 *
 * <p>Each function that declares it hears of the kinds that its trigger names. Keys are opaque text of 1 to 1,024 bytes. Nothing is
 * delivered before {@link LocalFunctions#deliverAll()}, unless a {@link LocalServer} runs. It is thread-safe.
 */
public final class LocalStorage {
    private final Feed feed;
    private final Map<String, byte[]> objects = new HashMap<>();
    private @Nullable Folder folder;

    LocalStorage(Feed feed) {
        this.feed = feed;
    }

    /**
     * Puts an object in place of whatever has its key, which is {@link Kind#CREATED} in both cases. Its content type is guessed from
     * the end of the key, as far as the JDK knows it; of a value that the codec writes it is the codec's.
     *
     * @param key for example {@code cats/tom 1.png}
     * @param content a {@code String} or {@code byte[]}, stored as it is, or any other value, written by the application's codec
     * @return the event's id
     * @throws dev.aloft.AloftException if the key is not valid (ALOFT-130), there is no codec (ALOFT-103) or it cannot write the value
     *     (ALOFT-405); with {@code java -jar}, where a bucket is a folder, if a file cannot be written (ALOFT-131)
     */
    public String put(String key, Object content) {
        return store(key, Source.bytes(content), Source.writtenType(content));
    }

    /**
     * Puts an object with a content type of its own.
     *
     * @param key for example {@code cats/tom 1.png}
     * @param content as for {@link #put(String, Object)}
     * @param contentType for example {@code image/webp}
     * @return the event's id
     * @throws dev.aloft.AloftException as for {@link #put(String, Object)}
     */
    public String put(String key, Object content, String contentType) {
        return store(key, Source.bytes(content), contentType);
    }

    synchronized String store(String key, byte[] content, @Nullable String contentType) {
        requireKey(key);
        if (folder != null) {
            return folder.put(key, content, contentType);
        }
        objects.put(key, content);
        return created(key, content.length, ContentTag.of(content), contentType);
    }

    /**
     * Deletes an object. Where there is none, nothing happens.
     *
     * @param key its key
     * @return whether there was one
     * @throws dev.aloft.AloftException with code ALOFT-130 if the key is not valid
     */
    public boolean delete(String key) {
        return remove(key) != null;
    }

    /** Deletes an object. @return the event's id; null if there is none */
    synchronized @Nullable String remove(String key) {
        requireKey(key);
        if (folder != null) {
            return folder.delete(key);
        }
        return objects.remove(key) == null ? null : deleted(key);
    }

    /**
     * An object's content, for a handler under test that reads what it is told of.
     *
     * @param key its key
     * @return a copy; empty if there is no such object
     * @throws dev.aloft.AloftException with code ALOFT-130 if the key is not valid
     */
    public synchronized Optional<byte[]> read(String key) {
        requireKey(key);
        if (folder != null) {
            return Optional.ofNullable(folder.read(key));
        }
        byte[] content = objects.get(key);
        return content == null ? Optional.empty() : Optional.of(content.clone());
    }

    /**
     * Sends an event that a test has built: one that came before, again; an older one; or of a kind that no call here causes.
     *
     * @param event the event, delivered as it is
     */
    public void send(StorageEvent event) {
        feed.send(event.id(), event);
    }

    /** How many events are not done with, of all functions together. */
    public int waiting() {
        return feed.waiting();
    }

    /** What was rejected or used up its attempts; {@link DeadEvent#function()} tells whose copy it was. */
    public List<DeadEvent<StorageEvent>> deadLetters() {
        return feed.deadLetters();
    }

    /** From now on objects are files. */
    synchronized void keepIn(Folder itsFolder) {
        folder = itsFolder;
    }

    Feed feed() {
        return feed;
    }

    /** Tells of an object that is there now. @return the event's id */
    String created(String key, long size, @Nullable String etag, @Nullable String contentType) {
        long sequence = feed.nextSequence();
        String type = contentType != null ? contentType : URLConnection.guessContentTypeFromName(key);
        return tell(StorageEvent.builder(Kind.CREATED, feed.name(), key)
                .size(size)
                .etag(etag)
                .version(Long.toString(sequence))
                .contentType(type)
                .sequencer(padded(sequence)));
    }

    /** Tells of an object that is gone. */
    String deleted(String key) {
        return tell(StorageEvent.builder(Kind.DELETED, feed.name(), key).sequencer(padded(feed.nextSequence())));
    }

    private String tell(StorageEvent.Builder builder) {
        StorageEvent event = builder.time(feed.now()).build();
        feed.send(event.id(), event);
        return event.id();
    }

    /** As text, the greater number is to be the greater one. */
    private static String padded(long sequence) {
        String digits = Long.toString(sequence);
        return "0".repeat(20 - digits.length()) + digits;
    }

    private static void requireKey(String key) {
        boolean isText = StandardCharsets.UTF_8.newEncoder().canEncode(key);
        int length = key.getBytes(StandardCharsets.UTF_8).length;
        if (!isText || length == 0 || length > 1024) {
            throw LocalErrors.badKey(isText ? length + " bytes" : "half a surrogate pair");
        }
    }
}
