package dev.aloft.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.local.engine.Timeline.Step;
import dev.aloft.local.engine.Timeline.Then;
import dev.aloft.local.engine.Timeline.What;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Console console = new Console(new PrintStream(out, true), System.err);

    @ParameterizedTest
    @CsvSource({
        "SENT, NOTHING, ''",
        "HANDLED, NOTHING, ''",
        "NOT_TRIED, AGAIN, ''",
        "HANDLED, AGAIN, 'queue orders ship acknowledgement lost, attempt 2 of 5\n'",
        "FAILED, AGAIN, 'queue orders ship failed, attempt 2 of 5\n'",
        "FAILED, DEAD_LETTERED, 'queue orders ship dead-lettered after attempt 2 of 5\n'",
        "REJECTED, DROPPED, 'queue orders ship dropped after attempt 2 of 5\n'",
        "NOT_TRIED, DEAD_LETTERED, 'queue orders ship dead-lettered after attempt 2 of 5\n'",
        "TIMED_OUT, AGAIN, 'queue orders ship timed out, again after attempt 2 of 5\n'",
        "TIMED_OUT, DEAD_LETTERED, 'queue orders ship timed out, dead-lettered after attempt 2 of 5\n'",
        "OUTLASTED, AGAIN, 'queue orders ship in words attempt 2 of 5\n'"
    })
    void whatIsNotHandledIsALine(What what, Then then, String line) {
        console.delivered(
                new Step(0, "queue orders", "o-1", "ship", "1 warm", "2 of 5", "3 ms", "in words", what, then, false));

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualToNormalizingNewlines(line);
    }

    @ParameterizedTest
    @CsvSource({"schedule clean-up, 'schedule clean-up in words'", "queue clean-up, 'queue clean-up clean-up in words'"
    })
    void aScheduleHasItsFunctionsName(String source, String line) {
        console.delivered(
                new Step(0, source, "", "clean-up", "", "", "", "in words", What.WARNING, Then.NOTHING, false));

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualToNormalizingNewlines(line + "\n");
    }
}
