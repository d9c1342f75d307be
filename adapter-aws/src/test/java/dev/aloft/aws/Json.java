package dev.aloft.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The same event, spelled in another way. */
final class Json {
    private static final ObjectMapper JACKSON = new ObjectMapper();

    private Json() {}

    /** Without white space, as AWS sends it. */
    static String compact(String json) {
        return tree(json).toString();
    }

    /** With the members of the outermost object and of its objects in reverse. */
    static String reversed(String json) {
        return reversed(tree(json), 3).toString();
    }

    /** With the members of every object in reverse. */
    static String allReversed(String json) {
        return allReversed(tree(json)).toString();
    }

    private static JsonNode allReversed(JsonNode node) {
        if (node.isArray()) {
            ArrayNode elements = JACKSON.createArrayNode();
            node.forEach(element -> elements.add(allReversed(element)));
            return elements;
        }
        if (!node.isObject()) {
            return node;
        }
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        Collections.reverse(names);
        ObjectNode reversed = JACKSON.createObjectNode();
        names.forEach(name -> reversed.set(name, allReversed(node.get(name))));
        return reversed;
    }

    private static JsonNode reversed(JsonNode node, int depth) {
        if (!node.isObject() || depth == 0) {
            return node;
        }
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        Collections.reverse(names);
        ObjectNode reversed = JACKSON.createObjectNode();
        for (String name : names) {
            boolean ordered =
                    name.endsWith("eaders") || name.endsWith("QueryStringParameters") || name.startsWith("queryString");
            reversed.set(name, ordered ? node.get(name) : reversed(node.get(name), depth - 1));
        }
        return reversed;
    }

    static JsonNode tree(String json) {
        try {
            return JACKSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
