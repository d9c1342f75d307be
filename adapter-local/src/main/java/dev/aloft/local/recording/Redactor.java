package dev.aloft.local.recording;

import dev.aloft.Document;
import dev.aloft.PercentEncoding;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Redacts the events of one recording. Texts are looked into as far as they are JSON, Base64 of it, or have parts like {@code name=value}, so
 * that a secret in a body within a body is found.
 */
final class Redactor {
    private static final int DEEPEST = 6;
    private static final Pattern PART = Pattern.compile("(?<=^|[?#&;,\\s])([^?#&;,=\\s]{1,200})=([^&;#\\s]*)");
    private static final Pattern PASSWORD = Pattern.compile("(?<=://[^/?#\\s@:]{0,200}:)[^/\\s@]+(?=@)");
    private static final Pattern TYPE = Pattern.compile("(String|Number|Binary)(\\.[\\w.-]*)?");
    private static final Pattern CREDENTIAL = Pattern.compile(
            "(?i)(bearer|basic|sharedaccesssignature)\\s.*|eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*", Pattern.DOTALL);

    /** In an envelope, what holds the payload. */
    private static final Set<String> PAYLOADS = Set.of("body", "data", "message", "value", "data_base64");

    private final Redaction redaction;
    private final boolean enveloped;
    private final Set<String> found = new TreeSet<>();
    private final List<String> values = new ArrayList<>();
    private boolean opaque;
    /** Whether names are those of parameters, as in {@code queryStringParameters}. */
    private boolean query;

    Redactor(Redaction redaction, boolean enveloped) {
        this.redaction = redaction;
        this.enveloped = enveloped;
    }

    List<String> found() {
        return List.copyOf(found);
    }

    /** An exception's message, which may quote what is hidden. */
    String message(String text) {
        for (String value : values) {
            if (text.contains(value)) {
                return Redaction.MARK;
            }
        }
        return opaque && !text.isEmpty() ? Redaction.MARK : looked(text, 0);
    }

    Document event(Document event) {
        Document.Builder redacted = Document.builder();
        for (Map.Entry<String, @Nullable Object> field : event.fields().entrySet()) {
            String name = field.getKey();
            Object value = field.getValue();
            if (value instanceof String text && (name.equals("text") || name.equals("base64"))) {
                value = body(text, name.equals("base64"));
            } else if (value instanceof Document whole && name.equals("json")) {
                value = envelope(whole);
            } else {
                value = value(value, false, 0);
            }
            redacted.set(name, value);
        }
        return redacted.build();
    }

    private String body(String text, boolean binary) {
        Object tree = binary ? null : IndentedJson.tree(text);
        if (tree != null) {
            String looked = IndentedJson.compact(envelope(tree));
            return looked.equals(IndentedJson.compact(tree)) ? text : looked;
        }
        return binary ? opaque(text) : payload(text);
    }

    private @Nullable Object envelope(Object tree) {
        Object redacted = value(tree, false, 0);
        return enveloped ? payloads(redacted) : redacted;
    }

    /** The payloads in a native event: what no names can be seen in is hidden as a whole. */
    private @Nullable Object payloads(@Nullable Object tree) {
        if (tree instanceof Collection<?> elements) {
            List<@Nullable Object> all = new ArrayList<>();
            for (Object element : elements) {
                all.add(payloads(element));
            }
            return all;
        }
        if (!(tree instanceof Document document)) {
            return tree;
        }
        Document.Builder redacted = Document.builder();
        for (Map.Entry<String, @Nullable Object> field : document.fields().entrySet()) {
            Object value = field.getValue();
            boolean payload = PAYLOADS.contains(field.getKey().toLowerCase(Locale.ROOT));
            redacted.set(field.getKey(), payload && value instanceof String text ? payload(text) : payloads(value));
        }
        return redacted.build();
    }

    private String payload(String text) {
        String inner = base64(text);
        String seen = inner == null ? text : inner;
        boolean binary = inner == null && isBase64(text);
        if (!binary && (IndentedJson.tree(seen) != null || isForm(seen))) {
            return looked(text, 0);
        }
        return opaque(text);
    }

    private String opaque(String text) {
        if (redaction.keepsOpaque() || text.isEmpty() || text.equals(Redaction.MARK)) {
            return text;
        }
        opaque = true;
        found.add("(a body that is neither JSON nor a form)");
        return isBase64(text) ? base64Mark() : Redaction.MARK;
    }

    private @Nullable Object value(@Nullable Object value, boolean hidden, int depth) {
        if (value instanceof Document document) {
            return document(document, hidden, depth);
        }
        if (value instanceof Collection<?> elements) {
            List<@Nullable Object> all = new ArrayList<>(elements.size());
            for (Object element : elements) {
                all.add(value(element, hidden, depth));
            }
            return all;
        }
        if (value == null || !hidden) {
            return value instanceof String text ? looked(text, depth) : value;
        }
        values.add(value.toString());
        return value instanceof BigDecimal ? BigDecimal.ZERO : value instanceof Boolean ? false : Redaction.MARK;
    }

    private Document document(Document document, boolean hidden, int depth) {
        boolean outside = query;
        boolean named = document.get("name") instanceof String name && hides(name);
        Document.Builder redacted = Document.builder();
        for (Map.Entry<String, @Nullable Object> field : document.fields().entrySet()) {
            String name = field.getKey();
            Object value = field.getValue();
            boolean pair = named && (name.equals("value") || name.equals("base64"));
            boolean hides = hidden || pair || value != null && (hides(name) || outside && isKey(name));
            query = outside || name.toLowerCase(Locale.ROOT).contains("query");
            redacted.set(name, hides && value instanceof String text ? shaped(name, text) : value(value, hides, depth));
        }
        query = outside;
        return redacted.build();
    }

    private boolean hides(String name) {
        boolean hides = redaction.hides(name);
        if (hides) {
            found.add(name);
        }
        return hides;
    }

    /** A mark that a mapper can still read: some properties of native events say a type, or hold numbers or Base64. */
    private String shaped(String name, String text) {
        if ((name.equals("dataType") || name.equals("Type"))
                && TYPE.matcher(text).matches()) {
            return text;
        }
        if (!text.isEmpty()) {
            values.add(text);
        }
        return switch (name) {
            case "N" -> "0";
            case "B", "base64", "binaryValue" -> base64Mark();
            default -> Redaction.MARK;
        };
    }

    /** A text that is not hidden by its own name: what is in it may be. */
    private String looked(String text, int depth) {
        if (text.length() < 3) {
            return text;
        }
        if (depth == DEEPEST || CREDENTIAL.matcher(text).matches()) {
            found.add(depth == DEEPEST ? "(texts within texts)" : "(a credential by its form)");
            values.add(text);
            return Redaction.MARK;
        }
        Object tree = IndentedJson.tree(text);
        if (tree != null) {
            Object redacted = value(tree, false, depth + 1);
            String compact = IndentedJson.compact(redacted);
            return compact.equals(IndentedJson.compact(tree)) ? text : compact;
        }
        String inner = base64(text);
        if (inner != null && (IndentedJson.tree(inner) != null || isForm(inner))) {
            String looked = looked(inner, depth + 1);
            return looked.equals(inner)
                    ? text
                    : Base64.getEncoder().encodeToString(looked.getBytes(StandardCharsets.UTF_8));
        }
        return parts(text.contains("://") ? withoutPassword(text) : text, depth);
    }

    /** As in {@code postgres://user:password@host}. */
    private String withoutPassword(String text) {
        return PASSWORD.matcher(text).replaceAll(password -> {
            found.add("(a password in a URL)");
            values.add(password.group());
            return Redaction.MARK;
        });
    }

    private String parts(String text, int depth) {
        Matcher part = PART.matcher(text);
        StringBuilder redacted = new StringBuilder(text.length());
        while (part.find()) {
            String name = decoded(part.group(1));
            String kept = part.group(2);
            if (!kept.isEmpty() && (hides(name) || isKey(name))) {
                values.add(kept);
                kept = Redaction.MARK;
            } else {
                kept = encoded(kept, depth);
            }
            part.appendReplacement(redacted, Matcher.quoteReplacement(part.group(1) + "=" + kept));
        }
        return part.appendTail(redacted).toString();
    }

    /** A value may be a URL, a form or JSON of its own, percent-encoded or not. */
    private String encoded(String value, int depth) {
        String plain = decoded(value);
        String looked = looked(plain, depth + 1);
        if (looked.equals(plain)) {
            return value;
        }
        return plain.equals(value) ? looked : PercentEncoding.encodeSegment(looked);
    }

    /** Azure takes keys of functions as {@code ?code=}, and OAuth its codes. In a document it is a word for anything. */
    private boolean isKey(String name) {
        boolean key = name.equalsIgnoreCase("code");
        if (key) {
            found.add(name);
        }
        return key;
    }

    /** Whether every part of a text has a name, and nothing is white space. */
    private static boolean isForm(String text) {
        boolean form = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            form &= c > ' ' && c != '"' && c != '<' && c != '{';
        }
        for (String part : text.split("&", -1)) {
            form &= part.indexOf('=') > 0;
        }
        return form;
    }

    private static String decoded(String name) {
        try {
            return PercentEncoding.decodeForm(name);
        } catch (RuntimeException malformed) {
            return name;
        }
    }

    private static String base64Mark() {
        return Base64.getEncoder().encodeToString(Redaction.MARK.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isBase64(String text) {
        try {
            return text.length() % 4 == 0 && Base64.getDecoder().decode(text).length > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The text that another one is Base64 of, or null. */
    private static @Nullable String base64(String text) {
        return text.length() > 3 && isBase64(text)
                ? EventWriter.text(Base64.getDecoder().decode(text))
                : null;
    }
}
