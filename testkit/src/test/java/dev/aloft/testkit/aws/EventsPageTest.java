package dev.aloft.testkit.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.ChangeEvent;
import dev.aloft.Document;
import dev.aloft.ScheduleEvent;
import dev.aloft.StorageEvent;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/events.md says of each field whether AWS tells it; an event with all of them is sent in each native form. */
class EventsPageTest {
    private static final Pattern CODE = Pattern.compile("`(\\w+)`");
    private static final Instant TIME = Instant.parse("2026-07-10T08:00:00Z");
    private static final StorageEvent OBJECT = StorageEvent.builder(StorageEvent.Kind.CREATED, "uploads", "a.png")
            .size(5)
            .etag("b1946ac92492d2347c6235b4d2611184")
            .version("v-1")
            .contentType("image/png")
            .sequencer("00617F08299329D189")
            .time(TIME)
            .build();
    private static final ScheduleEvent FIRING = ScheduleEvent.builder("nightly", TIME)
            .id("e-1")
            .scheduledAt(TIME)
            .attempt(2)
            .late(true)
            .build();

    /** A column of a table, and what arrives of events that have everything; what one of several has is there. */
    private record Column(Class<?> type, String title, List<Object> arrived) {
        Column(String title, String function, byte[]... events) {
            this(arrivedOf(function, events), title);
        }

        private Column(List<Object> arrived, String title) {
            this(arrived.get(0).getClass(), title, arrived);
        }

        private static List<Object> arrivedOf(String function, byte[]... events) {
            MessageFunction deployed = new MessageFunction(function);
            return Arrays.stream(events)
                    .flatMap(event -> deployed.received(event).stream())
                    .toList();
        }

        @Override
        public String toString() {
            return title;
        }
    }

    static Stream<Column> columns() {
        return Stream.of(
                new Column("S3, directly, in SQS or SNS", "storage", new S3Encoder().encode(List.of(OBJECT))),
                new Column("S3 by EventBridge", "storage", new S3Encoder().encodeForEventBridge(OBJECT)),
                new Column(
                        "EventBridge rule", "schedule", ScheduleEncoder.rule().encode(FIRING)),
                new Column(
                        "EventBridge Scheduler",
                        "schedule",
                        ScheduleEncoder.scheduler().encode(FIRING)),
                new Column("DynamoDB Streams", "change", new DynamoDbEncoder("products").encode(changes())),
                new Column("DocumentDB", "change", new DocumentDbEncoder("shop", "products").encode(changes())));
    }

    private static List<ChangeEvent<Document>> changes() {
        return List.of(change(ChangeEvent.Operation.UPDATE), change(ChangeEvent.Operation.DELETE));
    }

    private static ChangeEvent<Document> change(ChangeEvent.Operation operation) {
        Document document = Document.builder().set("id", "p-1").build();
        return ChangeEvent.builder("c-1", operation, "products")
                .key(document)
                .before(document)
                .after(document)
                .changedFields(List.of("id"))
                .sequence("1")
                .time(TIME)
                .expiry(operation == ChangeEvent.Operation.DELETE)
                .build();
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

    @ParameterizedTest
    @MethodSource("columns")
    void whatThePageSaysOfAFieldIsTrue(Column column) throws ReflectiveOperationException {
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

    @ParameterizedTest
    @MethodSource("columns")
    void everyFieldHasARow(Column column) {
        List<List<String>> table = table(column.type());

        List<String> rows = table.subList(1, table.size()).stream()
                .flatMap(row -> fields(row.get(0)).stream())
                .toList();

        assertThat(rows).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(rows)).isEqualTo(accessors(column.type()));
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
