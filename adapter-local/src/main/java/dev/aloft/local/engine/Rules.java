package dev.aloft.local.engine;

/** How a platform delivers what comes from one kind of source: a part of a {@link Profile}. Times are in milliseconds. */
final class Rules {
    /** What keeps its order. */
    enum Order {
        /** Nothing does. */
        NONE,
        /** Messages of one key do; those without a key do not. */
        KEY,
        /** A whole shard does, and one batch is of one shard. */
        SHARD
    }

    /** What comes again of a batch of which a part failed. */
    enum Again {
        /** What failed, and what follows it in its order. */
        FAILED,
        /** The first that failed and everything after it. */
        REST,
        /** Everything. */
        ALL
    }

    final Order order;
    final Again again;
    /** The most messages that are delivered together. */
    final int batch;
    /** How many of a hundred batches are as large as they can be. */
    final int full;
    /** Whether a delivery is one of a message's attempts in which the function did not get to it. */
    final boolean counted;
    /** How many deliveries a message gets; 0 for as many as its age allows. */
    final int attempts;
    /** How long after the first failed attempt the next one is due; it doubles with each attempt. */
    final long firstDelay;

    final long longestDelay;
    /** Whether the platform hears of the delay that a function asks for. */
    final boolean heedsDelay;
    /** After how long a message is delivered once more although its invocation still runs; 0 for never. */
    final long visibility;
    /** After how long a message is given up; 0 for never. */
    final long age;
    /** The largest message in bytes; 0 for any. */
    final int payload;
    /** What the platform says to a larger one. */
    final String tooLarge;
    /** Whether what is given up is kept; otherwise the platform drops it. */
    final boolean kept;

    final int shards;
    /** How many messages one can overtake. */
    final int shuffle;
    /** In how many of a hundred cases an acknowledgement is lost. */
    final int lost;
    /** How many of a hundred messages are delivered twice at once. */
    final int twins;
    /** Whether a source delivers something twice in any case, the last message if need be. */
    final boolean surely;

    /** The rules of the given kind. */
    Rules(ProfileTable table, SourceKind kind) {
        String name = kind.word() + ".";
        order = table.choice(name + "order", Order.values());
        again = table.choice(name + "again", Again.values());
        batch = table.number(name + "batch");
        full = table.number("full");
        counted = table.is("counted");
        attempts = table.number(name + "attempts");
        firstDelay = table.time(name + "first");
        longestDelay = table.time(name + "longest");
        heedsDelay = table.is(name + "heeded");
        visibility = table.time(name + "visibility");
        age = table.time(name + "age");
        payload = table.number(name + "payload");
        tooLarge = table.text(name + "answer");
        kept = table.is(name + "kept");
        shards = table.number("shards");
        shuffle = table.number("shuffle");
        lost = table.number(name + "lost");
        twins = order == Order.NONE ? table.number("twins") : 0;
        surely = table.is("surely");
    }

    /** How long after an attempt that failed the next one is due. */
    long delayAfter(int attempt) {
        long delay = firstDelay;
        for (int i = 1; i < attempt && delay < longestDelay; i++) {
            delay *= 2;
        }
        return Math.min(delay, longestDelay);
    }

    int shard(long number) {
        return (int) Math.floorMod(number, (long) shards);
    }

    boolean isLast(int attempt) {
        return attempts > 0 && attempt >= attempts;
    }

    /** Whether it is a duplicate of a message whose last attempt was handled; it comes once, whatever becomes of it. */
    boolean isBeyond(int attempt) {
        return attempts > 0 && attempt > attempts;
    }

    boolean isTooOld(long sentAt, long time) {
        return age > 0 && time - sentAt > age;
    }
}
