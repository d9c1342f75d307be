package dev.aloft.aws;

import org.jspecify.annotations.Nullable;

/**
 * The tracing header of X-Ray, which holds the same facts as the W3C header in another order.
 *
 * @see <a href="https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html#xray-concepts-tracingheader">tracing
 *     header</a>
 */
final class XrayHeader {
    private XrayHeader() {}

    /**
     * {@code Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1} as
     * {@code 00-5759e988bd862e3fe1be46a994272793-53995c3f42cd8ad8-01}; null without root or parent.
     */
    static @Nullable String traceparent(@Nullable String header) {
        if (header == null) {
            return null;
        }
        String root = field(header, "Root=");
        String parent = field(header, "Parent=");
        if (root == null || parent == null || !isRoot(root)) {
            return null;
        }
        String sampled = "1".equals(field(header, "Sampled=")) ? "-01" : "-00";
        return "00-" + root.substring(2, 10) + root.substring(11) + "-" + parent + sampled;
    }

    /** Version 1, seconds in 8 hexadecimal digits, 24 more digits; whether they are digits the W3C parser checks. */
    private static boolean isRoot(String root) {
        return root.length() == 35 && root.startsWith("1-") && root.charAt(10) == '-';
    }

    private static @Nullable String field(String header, String name) {
        int start = 0;
        while (start < header.length()) {
            int end = header.indexOf(';', start);
            if (end < 0) {
                end = header.length();
            }
            int first = start;
            while (first < end && header.charAt(first) == ' ') {
                first++;
            }
            if (header.startsWith(name, first)) {
                return header.substring(first + name.length(), end);
            }
            start = end + 1;
        }
        return null;
    }
}
