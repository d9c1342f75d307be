package dev.aloft.local;

import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.HttpBinding;
import java.util.ArrayList;
import java.util.List;

/** The routes of the HTTP functions in columns: methods, path, name. */
final class RouteTable {
    private final List<FunctionDefinition> functions;

    private RouteTable(List<FunctionDefinition> functions) {
        this.functions = functions;
    }

    static RouteTable of(List<FunctionDefinition> definitions) {
        List<FunctionDefinition> served = new ArrayList<>(definitions.size());
        for (FunctionDefinition definition : definitions) {
            if (definition.binding() instanceof HttpBinding) {
                served.add(definition);
            }
        }
        return new RouteTable(served);
    }

    int size() {
        return functions.size();
    }

    String text() {
        int methodsWidth = 0;
        int pathWidth = 0;
        for (FunctionDefinition function : functions) {
            methodsWidth = Math.max(methodsWidth, methods(function).length());
            pathWidth = Math.max(pathWidth, path(function).length());
        }
        StringBuilder table = new StringBuilder(80 * functions.size());
        for (FunctionDefinition function : functions) {
            pad(table.append("  "), methods(function), methodsWidth);
            pad(table.append("  "), path(function), pathWidth);
            table.append("  ").append(function.name()).append('\n');
        }
        return table.toString();
    }

    private static String methods(FunctionDefinition function) {
        return String.join(",", ((HttpBinding) function.binding()).methods());
    }

    private static String path(FunctionDefinition function) {
        return ((HttpBinding) function.binding()).route().text();
    }

    private static void pad(StringBuilder table, String text, int width) {
        table.append(text);
        for (int i = text.length(); i < width; i++) {
            table.append(' ');
        }
    }
}
