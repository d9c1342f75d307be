package dev.aloft.runtime.json;

/** The kinds of JSON values. */
public enum Token {
    /** {@code {…}}. */
    OBJECT,
    /** {@code […]}. */
    ARRAY,
    /** {@code "…"}. */
    STRING,
    /** {@code 1.5e3}. */
    NUMBER,
    /** {@code true} or {@code false}. */
    BOOLEAN,
    /** {@code null}. */
    NULL
}
