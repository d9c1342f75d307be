package dev.aloft.local;

import dev.aloft.HttpResponse;
import dev.aloft.local.engine.Item;
import dev.aloft.local.engine.SourceKind;
import dev.aloft.runtime.json.JsonWriter;
import java.time.Instant;
import java.util.List;

/** What happens in one bucket, by one schedule or in one database, for the functions that declare it. */
final class Feed {
    private final Platform platform;
    private final SourceKind kind;
    private final String name;
    private final List<String> functions;

    /** @param name its logical name, for example {@code uploads} */
    Feed(Platform platform, SourceKind kind, String name, List<String> functions) {
        this.platform = platform;
        this.kind = kind;
        this.name = name;
        this.functions = functions;
    }

    String name() {
        return name;
    }

    /** When something happens that happens now. */
    Instant now() {
        return Instant.ofEpochMilli(platform.now());
    }

    /** A number greater than all before it, also than those of an earlier process. */
    long nextSequence() {
        return platform.nextSequence();
    }

    /** Gives an event to each function that wants to hear of it, which may be none. */
    void send(String id, Object event) {
        platform.send(kind, name, new Item(id, null, event, 0));
    }

    int waiting() {
        return platform.engine().backlog(functions).waiting();
    }

    <E> List<DeadEvent<E>> deadLetters() {
        return DeadEvent.all(platform.letters(functions));
    }

    /** What has become of its events, function by function. */
    HttpResponse report() {
        String word = kind == SourceKind.CHANGES ? "database" : kind.word();
        return platform.report(
                functions, new JsonWriter(256).beginObject().name(word).string(name));
    }
}
