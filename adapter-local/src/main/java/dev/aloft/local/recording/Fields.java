package dev.aloft.local.recording;

import dev.aloft.Document;
import dev.aloft.runtime.IsoTime;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The fields of an object in a recording, each asked for once; what is of another type, or is left over, is refused. */
final class Fields {
    private final Document object;
    private final String place;
    private final Set<String> left;

    Fields(@Nullable Object value, String place) {
        if (!(value instanceof Document read)) {
            throw new IllegalArgumentException(place + " is no object");
        }
        this.object = read;
        this.place = place;
        this.left = new TreeSet<>(read.fields().keySet());
    }

    private <V> @Nullable V value(String name, Class<V> type, String called) {
        left.remove(name);
        Object value = object.get(name);
        if (value == null || type.isInstance(value)) {
            return type.cast(value);
        }
        throw new IllegalArgumentException(place + "." + name + " is no " + called);
    }

    boolean has(String name) {
        return object.has(name);
    }

    private <V> V required(String name, @Nullable V value) {
        if (value == null) {
            throw new IllegalArgumentException(place + "." + name + " is missing");
        }
        return value;
    }

    @Nullable
    String textOrNull(String name) {
        return value(name, String.class, "text");
    }

    String text(String name) {
        return required(name, textOrNull(name));
    }

    String textOrEmpty(String name) {
        String text = textOrNull(name);
        return text == null ? "" : text;
    }

    long number(String name, long otherwise) {
        BigDecimal number = value(name, BigDecimal.class, "number");
        try {
            return number == null ? otherwise : number.longValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(place + "." + name + " is no whole number", e);
        }
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(value(name, Boolean.class, "true or false"));
    }

    @Nullable
    Instant timeOrNull(String name) {
        String text = textOrNull(name);
        Instant time = IsoTime.parse(text);
        if (text != null && time == null) {
            throw new IllegalArgumentException(place + "." + name + " is no time as in 2026-03-29T03:00:00Z");
        }
        return time;
    }

    Instant time(String name) {
        return required(name, timeOrNull(name));
    }

    @Nullable
    Document documentOrNull(String name) {
        return value(name, Document.class, "object");
    }

    Document document(String name) {
        Document document = documentOrNull(name);
        return document == null ? Document.empty() : document;
    }

    @SuppressWarnings("unchecked")
    List<@Nullable Object> list(String name) {
        Collection<@Nullable Object> elements = (Collection<@Nullable Object>) value(name, Collection.class, "array");
        return elements == null ? new ArrayList<>() : new ArrayList<>(elements);
    }

    List<Fields> objects(String name) {
        List<Fields> objects = new ArrayList<>();
        for (Object element : list(name)) {
            objects.add(new Fields(element, place + "." + name + "[" + objects.size() + "]"));
        }
        return objects;
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Object element : list(name)) {
            if (!(element instanceof String text)) {
                throw new IllegalArgumentException(place + "." + name + " holds more than texts");
            }
            texts.add(text);
        }
        return texts;
    }

    /** Bytes that stand as text, or in Base64 if they are none. */
    byte[] bytes(String textName) {
        String text = textOrNull(textName);
        String base64 = textOrNull("base64");
        if (text != null && base64 != null) {
            throw new IllegalArgumentException(place + " has both " + textName + " and base64");
        }
        if (base64 == null) {
            return textOrEmpty(textName).getBytes(StandardCharsets.UTF_8);
        }
        return Base64.getDecoder().decode(base64);
    }

    void end() {
        if (!left.isEmpty()) {
            throw new IllegalArgumentException(place + " has unknown fields: " + left);
        }
    }
}
