package dev.aloft.testkit.azure;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The request target as the host's web server (Kestrel) and {@code PathString} treat it: the path is decoded but for
 * {@code %2F} and for what is not UTF-8, its dot segments are removed, and for the worker it is encoded again. A literal
 * {@code %25} followed by two hexadecimal digits therefore reaches the function as a percent-encoded byte: {@code /%2541}
 * arrives as {@code /%41}.
 *
 * @param path decoded, for example {@code /a b}
 * @param query as it stands in the request line, with its question mark; empty if there is none
 * @see <a href="https://github.com/dotnet/aspnetcore/blob/main/src/Http/Http.Abstractions/src/PathString.cs">PathString</a>
 */
record RequestTarget(String path, String query) {
    private static final String UNESCAPED = "!$&'()*+,-./:;=@_~";

    /** Null characters and what is not ASCII make Kestrel answer 400. */
    static boolean isAccepted(String target) {
        for (int i = 0; i < target.length(); i++) {
            if (target.charAt(i) <= ' ' || target.charAt(i) >= 127) {
                return false;
            }
        }
        return !target.split("\\?", 2)[0].contains("%00");
    }

    static RequestTarget parse(String target) {
        int mark = target.indexOf('?');
        String rawPath = mark < 0 ? target : target.substring(0, mark);
        return new RequestTarget(withoutDotSegments(decoded(rawPath)), mark < 0 ? "" : target.substring(mark));
    }

    private static String decoded(String raw) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < raw.length()) {
            PercentRun run = PercentRun.at(raw, at);
            text.append(run.text());
            at += run.length();
        }
        return text.toString();
    }

    private static String withoutDotSegments(String path) {
        List<String> kept = new ArrayList<>();
        String[] segments = path.substring(1).split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            boolean dots = segments[i].equals(".") || segments[i].equals("..");
            if (segments[i].equals("..") && !kept.isEmpty()) {
                kept.remove(kept.size() - 1);
            }
            if (!dots) {
                kept.add(segments[i]);
            } else if (i == segments.length - 1) {
                kept.add("");
            }
        }
        return "/" + String.join("/", kept);
    }

    /** The path as the worker gets it. */
    String encodedPath() {
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < path.length()) {
            int codePoint = path.codePointAt(at);
            int length = Character.charCount(codePoint);
            String character = path.substring(at, at + length);
            text.append(stays(at) ? character : escaped(character));
            at += length;
        }
        return text.toString();
    }

    private boolean stays(int at) {
        char c = path.charAt(at);
        boolean escape = c == '%' && PercentRun.octet(path, at) >= 0;
        boolean letterOrDigit = c < 128 && Character.isLetterOrDigit(c);
        return escape || letterOrDigit || UNESCAPED.indexOf(c) >= 0;
    }

    private static String escaped(String character) {
        StringBuilder text = new StringBuilder();
        for (byte octet : character.getBytes(StandardCharsets.UTF_8)) {
            text.append(String.format(Locale.ROOT, "%%%02X", octet));
        }
        return text.toString();
    }
}
