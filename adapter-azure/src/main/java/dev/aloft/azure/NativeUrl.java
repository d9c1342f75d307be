package dev.aloft.azure;

/** Path and query of the URL that the host hands over, whatever characters it has. */
final class NativeUrl {
    private NativeUrl() {}

    /** For {@code http://h/a%20b?c=d} this is {@code /a%20b}. */
    static String path(String url) {
        int authority = url.indexOf("://");
        int start = authority < 0 ? 0 : url.indexOf('/', authority + 3);
        int mark = url.indexOf('?');
        int end = mark < 0 ? url.length() : mark;
        return start < 0 || start >= end ? "/" : url.substring(start, end);
    }

    /** For {@code http://h/a?b=c|d} this is {@code b=c|d}. */
    static String query(String url) {
        int mark = url.indexOf('?');
        return mark < 0 ? "" : url.substring(mark + 1);
    }
}
