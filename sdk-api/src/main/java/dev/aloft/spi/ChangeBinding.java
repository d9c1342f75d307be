package dev.aloft.spi;

/**
 * The changes of one table or collection.
 *
 * @param source its logical name, for example {@code products}
 */
public record ChangeBinding(String source) implements SourceBinding {
    /** What such a function takes. */
    public static final String CHANGES = "database changes";

    /** Checks the name. */
    public ChangeBinding {
        SourceNames.require(source);
    }

    @Override
    public boolean takes(String contents) {
        return contents.equals(CHANGES);
    }

    @Override
    public String expects() {
        return CHANGES + " of " + source;
    }
}
