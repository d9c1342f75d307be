package dev.aloft.processor;

/** Pieces of Java source. */
final class JavaText {
    private JavaText() {}

    /** A string literal. */
    static String literal(String text) {
        StringBuilder literal = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                literal.append('\\').append(c);
            } else if (c < ' ') {
                literal.append("\\%03o".formatted((int) c)); // a Unicode escape would count as the character itself
            } else {
                literal.append(c);
            }
        }
        return literal.append('"').toString();
    }

    /** A whole file in ASCII only, so that no encoding setting can spoil it. */
    static String ascii(String source) {
        StringBuilder ascii = new StringBuilder(source.length());
        source.chars().forEach(c -> ascii.append(c < 128 ? String.valueOf((char) c) : "\\u%04x".formatted(c)));
        return ascii.toString();
    }
}
