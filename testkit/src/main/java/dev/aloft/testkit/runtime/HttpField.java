package dev.aloft.testkit.runtime;

/**
 * One header line as it stands on the wire.
 *
 * <pre>{@code
 * new HttpField("X-Tag", "a")      // X-Tag: a
 * }</pre>
 *
 * @param name the name with the case that was sent
 * @param value the value without the blanks around it, one character per byte (ISO-8859-1)
 */
public record HttpField(String name, String value) {

    /**
     * Whether this is the field of that name; case does not matter.
     *
     * @param other a field name, for example {@code content-type}
     * @return true if the names are equal
     */
    public boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }
}
