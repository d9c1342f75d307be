package dev.aloft.local;

import dev.aloft.ChangeEvent;
import dev.aloft.ChangeEvent.Operation;
import dev.aloft.Document;
import dev.aloft.runtime.DocumentJson;
import dev.aloft.runtime.json.JsonReader;
import dev.aloft.spi.PayloadCodec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The changes of a table or collection in this process: {@code functions.database("products").update(before, after)}.
 *
 * <p>It keeps no documents; it tells of the changes of which it is told. A document is a {@link Document}, or any value that the
 * application's codec writes as an object. What identifies it is its field {@code id}, unless {@link #keyedBy} names others. Changes
 * come in any order, as from Firestore, unless the profile says otherwise: compare {@link ChangeEvent#sequence()}, here a number that
 * grows. Nothing is delivered before {@link LocalFunctions#deliverAll()}, unless a {@link LocalServer} runs. It is thread-safe.
 */
public final class LocalDatabase {
    private static final List<String> ID = List.of("id");

    private final Feed feed;
    private final List<String> keyFields;

    LocalDatabase(Feed feed) {
        this(feed, ID);
    }

    private LocalDatabase(Feed feed, List<String> keyFields) {
        this.feed = feed;
        this.keyFields = keyFields;
    }

    /**
     * The same table, whose documents are identified by other fields than {@code id}.
     *
     * @param fields the key's fields, for example {@code "tenant", "sku"}
     * @return the table
     */
    public LocalDatabase keyedBy(String... fields) {
        return new LocalDatabase(feed, List.of(fields));
    }

    /**
     * Tells of a new document.
     *
     * @param after the document
     * @return the change's id
     * @throws dev.aloft.AloftException if a field of the key is missing (ALOFT-133), there is no codec (ALOFT-103), it cannot write the
     *     value (ALOFT-405), or what it writes is no JSON object (ALOFT-201)
     */
    public String insert(Object after) {
        return change(Operation.INSERT, null, null, document(after));
    }

    /**
     * Tells of a changed document; which fields differ, {@link ChangeEvent#changedFields()} tells.
     *
     * @param before the document as it was
     * @param after the document as it is
     * @return the change's id
     * @throws dev.aloft.AloftException as for {@link #insert}
     */
    public String update(Object before, Object after) {
        return change(Operation.UPDATE, null, document(before), document(after));
    }

    /**
     * Tells of a deleted document.
     *
     * @param before the document as it was
     * @return the change's id
     * @throws dev.aloft.AloftException as for {@link #insert}
     */
    public String delete(Object before) {
        return change(Operation.DELETE, null, document(before), null);
    }

    /**
     * Sends a change that a test has built: one that came before, again; an older one; or one without the documents that a platform
     * does not send.
     *
     * @param change the change, delivered as it is
     */
    public void send(ChangeEvent<Document> change) {
        feed.send(change.id(), change);
    }

    /** How many changes are not done with, of all functions together. */
    public int waiting() {
        return feed.waiting();
    }

    /** What was rejected or used up its attempts; {@link DeadEvent#function()} tells whose copy it was. */
    public List<DeadEvent<ChangeEvent<Document>>> deadLetters() {
        return feed.deadLetters();
    }

    Feed feed() {
        return feed;
    }

    /**
     * Tells of a change.
     *
     * @param key what identifies the document; null to take it from there
     */
    String change(Operation operation, @Nullable Document key, @Nullable Document before, @Nullable Document after) {
        long sequence = feed.nextSequence();
        ChangeEvent<Document> change = ChangeEvent.builder(feed.name() + "-" + sequence, operation, feed.name())
                .key(key != null ? key : key(after != null ? after : Objects.requireNonNull(before)))
                .before(before)
                .after(after)
                .changedFields(
                        operation == Operation.UPDATE && before != null && after != null
                                ? changed(before, after)
                                : null)
                .sequence(Long.toString(sequence))
                .time(feed.now())
                .build();
        feed.send(change.id(), change);
        return change.id();
    }

    private Document key(Document document) {
        Document.Builder key = Document.builder();
        for (String field : keyFields) {
            Object value = document.get(field);
            if (value == null) {
                throw LocalErrors.unusableChange(
                        "the document has no field " + field + ", which would identify it; give it a key");
            }
            key.set(field, value);
        }
        return key.build();
    }

    private static Document document(Object value) {
        if (value instanceof Document document) {
            return document;
        }
        JsonReader json = new JsonReader(PayloadCodec.installed().write(value));
        Document document = DocumentJson.read(json);
        json.end();
        return document;
    }

    private static List<String> changed(Document before, Document after) {
        List<String> names = new ArrayList<>();
        addChanged("", before, after, names);
        return names;
    }

    private static void addChanged(String prefix, Document before, Document after, List<String> names) {
        Set<String> all = new LinkedHashSet<>(before.fields().keySet());
        all.addAll(after.fields().keySet());
        for (String name : all) {
            Object former = before.get(name);
            Object latter = after.get(name);
            if (former instanceof Document inner && latter instanceof Document other) {
                addChanged(prefix + name + ".", inner, other, names);
            } else if (before.has(name) != after.has(name) || !Objects.equals(former, latter)) {
                names.add(prefix + name);
            }
        }
    }
}
