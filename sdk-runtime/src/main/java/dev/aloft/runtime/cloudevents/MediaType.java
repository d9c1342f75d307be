package dev.aloft.runtime.cloudevents;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What of a media type decides how data stands in JSON. */
final class MediaType {
    private MediaType() {}

    /** Type and subtype: {@code text/plain} for {@code Text/Plain; charset=utf-8}. */
    static String essence(String contentType) {
        int semicolon = contentType.indexOf(';');
        return (semicolon < 0 ? contentType : contentType.substring(0, semicolon))
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /** Whether the data is JSON; it is where nothing else is said. */
    static boolean isJson(@Nullable String contentType) {
        if (contentType == null) {
            return true;
        }
        String essence = essence(contentType);
        return essence.endsWith("/json") || essence.endsWith("+json");
    }

    /** The charset of text; UTF-8 where nothing else is said. */
    static Charset charset(String contentType) {
        int parameter = contentType.toLowerCase(Locale.ROOT).indexOf("charset=");
        if (parameter < 0) {
            return StandardCharsets.UTF_8;
        }
        int start = parameter + "charset=".length();
        int semicolon = contentType.indexOf(';', start);
        String name = contentType
                .substring(start, semicolon < 0 ? contentType.length() : semicolon)
                .replace('"', ' ')
                .strip();
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            throw CloudEventErrors.unreadable("its data is text in a charset that is not known here", unknown);
        }
    }
}
