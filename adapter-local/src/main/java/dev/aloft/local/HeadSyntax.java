package dev.aloft.local;

import dev.aloft.Headers;
import java.util.List;

/** The rules of a request's head, one by one. */
final class HeadSyntax {
    /** What RFC 3986 allows in path and query beside letters and digits; everything else is sent percent-encoded. */
    private static final String TARGET_CHARACTERS = "-._~!$&'()*+,;=:@/?%";

    private static final String TOKEN_CHARACTERS = "!#$%&'*+-.^_`|~";
    private static final String HOST_CHARACTERS = "-._~!$&'()*+,;=:[]%";

    private HeadSyntax() {}

    static void requireVersion(String version) throws RefusedRequest {
        if (version.equals("HTTP/1.1") || version.equals("HTTP/1.0")) {
            return;
        }
        if (version.startsWith("HTTP/")) {
            throw RefusedRequest.unsupported(505, "a version of HTTP other than 1.1 and 1.0");
        }
        throw RefusedRequest.malformed("its first line names no version of HTTP");
    }

    static void requireMethod(String method) throws RefusedRequest {
        if (!consistsOf(method, TOKEN_CHARACTERS)) {
            throw RefusedRequest.malformed("its method is no token");
        }
    }

    static void requireTarget(String target) throws RefusedRequest {
        if (target.isEmpty() || target.charAt(0) != '/') {
            throw RefusedRequest.malformed("its path does not begin with a slash");
        }
        if (!consistsOf(target, TARGET_CHARACTERS)) {
            throw RefusedRequest.malformed("its path or query has a character that must be percent-encoded");
        }
    }

    /** RFC 9112 §3.2: exactly one Host, without which two servers could take a request for different sites' ones. */
    static void requireHost(Headers headers, boolean required) throws RefusedRequest {
        List<String> hosts = headers.all("host");
        if (hosts.size() > 1) {
            throw RefusedRequest.malformed("it has several Host headers");
        }
        if (hosts.isEmpty() && required) {
            throw RefusedRequest.malformed("it has no Host header");
        }
        if (!hosts.isEmpty() && !consistsOf(hosts.get(0), HOST_CHARACTERS)) {
            throw RefusedRequest.malformed("its Host header is no host");
        }
    }

    /** Where the colon of a header line stands, after a name that is a token. */
    static int requireHeader(String line) throws RefusedRequest {
        char first = line.charAt(0);
        if (first == ' ' || first == '\t') {
            throw RefusedRequest.malformed("a header goes on in a second line");
        }
        int colon = line.indexOf(':');
        if (colon < 0 || !consistsOf(line.substring(0, colon), TOKEN_CHARACTERS)) {
            throw RefusedRequest.malformed("a header's name is no token, or no colon follows at once");
        }
        return colon;
    }

    /** What follows the colon, without the blanks around it. */
    static String value(String line, int from) {
        int start = from;
        int end = line.length();
        while (start < end && isBlank(line.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(start, end);
    }

    /** Whether a header whose value is a list, as {@code Connection: keep-alive, Upgrade}, has an element, in any case. */
    static boolean lists(Headers headers, String name, String element) {
        for (String line : headers.all(name)) {
            int start = 0;
            while (start <= line.length()) {
                int comma = line.indexOf(',', start);
                int end = comma < 0 ? line.length() : comma;
                if (line.substring(start, end).strip().equalsIgnoreCase(element)) {
                    return true;
                }
                start = end + 1;
            }
        }
        return false;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static boolean consistsOf(String text, String others) {
        boolean valid = !text.isEmpty();
        for (int i = 0; valid && i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letterOrDigit = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            valid = letterOrDigit || others.indexOf(c) >= 0;
        }
        return valid;
    }
}
