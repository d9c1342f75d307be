package dev.aloft;

/**
 * The name of another document as a value within a {@link Document}.
 *
 * @param name its name on the platform, for example {@code projects/p/databases/(default)/documents/shops/s-1}
 */
public record DocumentReference(String name) {}
