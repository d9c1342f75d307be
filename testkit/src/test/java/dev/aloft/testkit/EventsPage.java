package dev.aloft.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Document;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** docs/events.md: a table for each kind of event, with a row for each field and a column for each native form. */
public final class EventsPage {
    private static final Pattern CODE = Pattern.compile("`(\\w+)`");

    private EventsPage() {}

    /**
     * A column of a table, and what arrives of events that have everything; what one of several has is there.
     *
     * @param title the column's head
     * @param arrived what the function got, all of one type
     */
    public record Column(String title, List<?> arrived) {
        /** The kind of event, which has the table's name. */
        public Class<?> type() {
            return arrived.get(0).getClass();
        }

        @Override
        public String toString() {
            return title;
        }
    }

    /** The cells of the table for a type, its head first. */
    private static List<List<String>> table(Class<?> type) {
        try {
            String page = Files.readString(Path.of("../docs/events.md"));
            String section =
                    page.split("(?m)^## " + type.getSimpleName() + "$", 2)[1].split("\n\n", 3)[1];
            return section.lines()
                    .filter(line -> !line.startsWith("|---"))
                    .map(line -> Arrays.stream(line.substring(1).split("\\|"))
                            .map(String::strip)
                            .toList())
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> fields(String cell) {
        return CODE.matcher(cell)
                .results()
                .map(MatchResult::group)
                .map(code -> code.replace("`", ""))
                .toList();
    }

    /** Fails unless each field arrived that the column has, and no other one. */
    public static void requireTrue(Column column) throws ReflectiveOperationException {
        List<List<String>> table = table(column.type());
        int index = table.get(0).indexOf(column.title());
        assertThat(index).isPositive();
        for (List<String> row : table.subList(1, table.size())) {
            String said = row.get(index).replaceAll(":.*", "");
            assertThat(said).isIn("present", "derived", "absent");
            for (String field : fields(row.get(0))) {
                assertThat(isThere(column, field))
                        .as("%s of %s", field, column.title())
                        .isEqualTo(!said.equals("absent"));
            }
        }
    }

    /** Fails unless each accessor of a type has its row. */
    public static void requireRows(Class<?> type) {
        List<List<String>> table = table(type);

        List<String> rows = table.subList(1, table.size()).stream()
                .flatMap(row -> fields(row.get(0)).stream())
                .toList();

        assertThat(rows).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(rows)).isEqualTo(accessors(type));
    }

    private static TreeSet<String> accessors(Class<?> type) {
        TreeSet<String> names = new TreeSet<>();
        for (Method method : type.getDeclaredMethods()) {
            boolean accessor = Modifier.isPublic(method.getModifiers())
                    && !Modifier.isStatic(method.getModifiers())
                    && method.getParameterCount() == 0;
            if (accessor && !List.of("hashCode", "toString").contains(method.getName())) {
                names.add(method.getName());
            }
        }
        return names;
    }

    private static boolean isThere(Column column, String field) throws ReflectiveOperationException {
        boolean there = false;
        for (Object event : column.arrived()) {
            there |= isThere(column.type().getMethod(field).invoke(event));
        }
        return there;
    }

    private static boolean isThere(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.isPresent();
        }
        if (value instanceof OptionalLong || value instanceof OptionalInt) {
            return !value.toString().endsWith(".empty");
        }
        return value instanceof Document document ? !document.fields().isEmpty() : !Boolean.FALSE.equals(value);
    }
}
