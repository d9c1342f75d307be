package dev.aloft.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JournalTest {
    private final Console console = Console.quiet();
    private final Journal journal = console.journal();

    private LocalInvocation invocation(String id) {
        return new LocalInvocation(id, console, 1);
    }

    @Test
    void keepsTheLastInvocationsOnly() {
        for (int i = 1; i <= 301; i++) {
            journal.log(invocation("7-c" + i), "failed");
        }

        assertThat(journal.find("7-c1")).isNull();
        assertThat(journal.find("7-c2")).isNotNull();
        assertThat(journal.delivery(301)).isSameAs(journal.find("7-c301")).isNotNull();
        assertThat(journal.delivery(30)).isSameAs(journal.find("7-c30"));
        assertThat(journal.delivery(1)).isNull();
    }

    @Test
    void keepsTheBeginningOfALongLog() {
        LocalInvocation invocation = invocation("7-c1");

        journal.log(invocation, "a".repeat(8_000));
        journal.log(invocation, "b".repeat(8_000));
        journal.log(invocation, "c");

        assertThat(journal.text(invocation))
                .isEqualTo("a".repeat(8_000) + "b".repeat(192) + "\n(The rest is left out.)");
    }

    @Test
    void aLogOfJustTheLengthIsWhole() {
        LocalInvocation invocation = invocation("7-c1");

        journal.log(invocation, "a".repeat(8_192));

        assertThat(journal.text(invocation)).isEqualTo("a".repeat(8_192));
    }

    @Test
    void whatIsPrintedBelongsToTheInvocationOfTheThread() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        LocalInvocation invocation = invocation("7-c1");
        try (PrintedStream printed = new PrintedStream(new PrintStream(bytes, true), journal)) {
            printed.print("before ");
            invocation.begins("ship-parcel", true);
            printed.print("text");
            printed.print('!');
            printed.print(new char[] {'?'});
            printed.print((String) null);
            printed.write('x');
            printed.println(7);
            printed.flush();
            assertThat(printed.checkError()).isFalse();
            journal.ended(invocation, 5_000);
            printed.print("after");
        }

        String line = System.lineSeparator();
        assertThat(journal.text(invocation)).isEqualTo("text!?nullx7" + line);
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("before text!?nullx7" + line + "after");
        assertThat(invocation.micros()).isEqualTo(5);
    }

    @Test
    void whatCalledNoFunctionIsNotKept() {
        LocalInvocation invocation = invocation("7-h1");

        journal.ended(invocation, 5_000);

        assertThat(journal.find("7-h1")).isNull();
    }
}
