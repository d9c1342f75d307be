package dev.aloft.runtime.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Jackson as the oracle of what is valid JSON, made as strict as it can be. What it lacks is added here:
 *
 * <ul>
 *   <li>It takes malformed UTF-8, and guesses UTF-16 from null bytes, which JSON never has: both are looked for before.
 *   <li>One byte order mark is cut off, since it would pass over a second one.
 *   <li>No value and more than one are errors.
 *   <li>It takes a lone surrogate if it is escaped: its strings must have an encoding in UTF-8.
 * </ul>
 *
 * <p>It gets bytes and canonicalises names, for else it reads characters, and of those it takes any whose lower eight bits are
 * a hexadecimal digit for one.
 */
final class StrictJackson {
    private static final String MARK = "\ufeff";

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(200)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private StrictJackson() {}

    /** @throws IOException if the bytes are not one valid JSON text */
    static @Nullable Object parse(byte[] utf8) throws IOException {
        // A copy remembers no names: the table of thousands would be copied for each text with a new one.
        try (JsonParser parser = FACTORY.copy().createParser(checked(utf8))) {
            if (parser.nextToken() == null) {
                throw new IOException("no value");
            }
            Object tree = read(parser);
            if (parser.nextToken() != null) {
                throw new IOException("a second value");
            }
            return tree;
        }
    }

    private static byte[] checked(byte[] utf8) throws IOException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(utf8))
                .toString();
        String unmarked = text.startsWith(MARK) ? text.substring(1) : text;
        if (unmarked.startsWith(MARK) || unmarked.indexOf('\0') >= 0) {
            throw new IOException("not plain UTF-8");
        }
        return unmarked.getBytes(StandardCharsets.UTF_8);
    }

    private static @Nullable Object read(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> encodable(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonTree.Numeral(parser.getText());
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw new IOException("not a value");
        };
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = encodable(parser.currentName());
            parser.nextToken();
            members.put(name, read(parser));
        }
        return members;
    }

    private static List<@Nullable Object> array(JsonParser parser) throws IOException {
        List<@Nullable Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(read(parser));
        }
        return elements;
    }

    private static String encodable(String text) throws IOException {
        StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
        return text;
    }
}
