package dev.aloft.local;

import dev.aloft.HttpResponse;
import dev.aloft.runtime.json.JsonWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What happens in one bucket, by one schedule or in one database, for the functions that declare it. */
final class Feed {
    private final Broker broker;
    private final String word;
    private final String name;
    private final List<Mailbox> mailboxes;

    /**
     * @param word what it is, for example {@code storage}
     * @param name its logical name, for example {@code uploads}
     */
    Feed(Broker broker, String word, String name, List<Mailbox> mailboxes) {
        this.broker = broker;
        this.word = word;
        this.name = name;
        this.mailboxes = mailboxes;
    }

    String name() {
        return name;
    }

    /** When something happens that happens now. */
    Instant now() {
        return Instant.ofEpochMilli(broker.now());
    }

    /** A number greater than all before it, also than those of an earlier process. */
    long nextSequence() {
        return broker.nextSequence();
    }

    /** Gives an event to each function that wants to hear of it, which may be none. */
    void send(Object event) {
        List<Mailbox> takers = new ArrayList<>(mailboxes.size());
        for (Mailbox mailbox : mailboxes) {
            if (mailbox.takes(event)) {
                takers.add(mailbox);
            }
        }
        broker.add(takers, event);
    }

    int waiting() {
        return broker.waiting(mailboxes);
    }

    <E> List<DeadEvent<E>> deadLetters() {
        return DeadEvent.all(broker.undeliverable(mailboxes));
    }

    /** What has become of its events, function by function. */
    HttpResponse report() {
        return broker.report(
                mailboxes, new JsonWriter(256).beginObject().name(word).string(name));
    }
}
