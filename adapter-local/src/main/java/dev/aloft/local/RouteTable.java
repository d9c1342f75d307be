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

/**
 * What the server serves, in columns: methods, path and name of HTTP functions; then of those for messages, buckets, schedules and
 * databases the kind, the source or cron expression, the name and, of a bucket, its folder.
 */
final class RouteTable {
    private final List<FunctionDefinition> functions;

    private RouteTable(List<FunctionDefinition> functions) {
        this.functions = functions;
    }

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
    String text(@Nullable Folders folders) {
        int triggerWidth = 0;
        int placeWidth = 0;
        for (FunctionDefinition function : functions) {
            triggerWidth = Math.max(triggerWidth, trigger(function.binding()).length());
            placeWidth = Math.max(placeWidth, place(function.binding()).length());
        }
        StringBuilder table = new StringBuilder(80 * functions.size());
        for (FunctionDefinition function : functions) {
            pad(table.append("  "), trigger(function.binding()), triggerWidth);
            pad(table.append("  "), place(function.binding()), placeWidth);
            table.append("  ").append(function.name());
            if (folders != null && function.binding() instanceof StorageBinding bucket) {
                Folder folder = folders.folder(bucket.source());
                table.append(folder == null ? "" : "  " + folder.root());
            }
            table.append('\n');
        }
        return table.toString();
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

    private static void pad(StringBuilder table, String text, int width) {
        table.append(text);
        for (int i = text.length(); i < width; i++) {
            table.append(' ');
        }
    }
}
