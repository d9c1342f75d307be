package dev.aloft.local;

import dev.aloft.spi.Binding;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.HttpBinding;
import dev.aloft.spi.ScheduleBinding;
import dev.aloft.spi.SourceBinding;
import dev.aloft.spi.StorageBinding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the server serves: HTTP functions first, then those for messages, buckets, schedules and databases. */
final class RouteTable {
    private final List<FunctionDefinition> functions;

    private RouteTable(List<FunctionDefinition> functions) {
        this.functions = functions;
    }

    /**
     * One function.
     *
     * @param trigger methods, or the kind of trigger
     * @param place path, source or cron expression
     * @param function its name
     * @param folder where its bucket's objects lie; empty if it has none
     */
    record Row(String trigger, String place, String function, String folder) {}

    /**
     * @param definitions all functions
     * @param local whether not only HTTP requests are taken
     */
    static RouteTable of(List<FunctionDefinition> definitions, boolean local) {
        List<FunctionDefinition> served = new ArrayList<>(definitions.size());
        for (FunctionDefinition definition : definitions) {
            if (definition.binding() instanceof HttpBinding) {
                served.add(definition);
            }
        }
        for (FunctionDefinition definition : definitions) {
            if (local
                    && (definition.binding() instanceof SourceBinding
                            || definition.binding() instanceof ScheduleBinding)) {
                served.add(definition);
            }
        }
        return new RouteTable(served);
    }

    int size() {
        return functions.size();
    }

    /** @param folders those of the buckets; null if they have none */
    List<Row> rows(@Nullable Folders folders) {
        List<Row> rows = new ArrayList<>(functions.size());
        for (FunctionDefinition function : functions) {
            Binding binding = function.binding();
            rows.add(new Row(trigger(binding), place(binding), function.name(), folder(binding, folders)));
        }
        return rows;
    }

    private static String folder(Binding binding, @Nullable Folders folders) {
        Folder folder =
                folders != null && binding instanceof StorageBinding bucket ? folders.folder(bucket.source()) : null;
        return folder == null ? "" : folder.root().toString();
    }

    private static String trigger(Binding binding) {
        return binding instanceof HttpBinding http ? String.join(",", http.methods()) : Source.word(binding);
    }

    private static String place(Binding binding) {
        if (binding instanceof SourceBinding named) {
            return named.source();
        }
        return binding instanceof ScheduleBinding schedule
                ? schedule.cron() + " " + schedule.zone()
                : ((HttpBinding) binding).route().text();
    }

    /** In columns, each row a line. */
    static String text(List<Row> rows) {
        int triggerWidth = 0;
        int placeWidth = 0;
        for (Row row : rows) {
            triggerWidth = Math.max(triggerWidth, row.trigger().length());
            placeWidth = Math.max(placeWidth, row.place().length());
        }
        StringBuilder table = new StringBuilder(80 * rows.size());
        for (Row row : rows) {
            pad(table.append("  "), row.trigger(), triggerWidth);
            pad(table.append("  "), row.place(), placeWidth);
            table.append("  ").append(row.function());
            table.append(row.folder().isEmpty() ? "" : "  ")
                    .append(row.folder())
                    .append('\n');
        }
        return table.toString();
    }

    private static void pad(StringBuilder table, String text, int width) {
        table.append(text);
        for (int i = text.length(); i < width; i++) {
            table.append(' ');
        }
    }
}
