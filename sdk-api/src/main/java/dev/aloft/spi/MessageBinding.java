package dev.aloft.spi;

/**
 * Messages of one queue, topic or stream.
 *
 * @param kind what it is
 * @param source its logical name, for example {@code orders}
 */
public record MessageBinding(Kind kind, String source) implements SourceBinding {
    /** What messages come from; the kind decides which native services fit. */
    public enum Kind {
        /** Each message is for one consumer. */
        QUEUE("queue messages"),
        /** Each message is for every subscription. */
        TOPIC("topic messages"),
        /** Records that stay, read in order within a partition. */
        STREAM("stream records");

        private final String messages;

        Kind(String messages) {
            this.messages = messages;
        }

        /** The kind in words, for example {@code queue messages}. */
        public String messages() {
            return messages;
        }
    }

    /** Checks the name. */
    public MessageBinding {
        SourceNames.require(source);
    }

    @Override
    public boolean takes(String contents) {
        return kind.messages().equals(contents);
    }

    @Override
    public String expects() {
        return kind.messages() + " of " + source;
    }
}
