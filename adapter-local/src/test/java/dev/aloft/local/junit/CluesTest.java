package dev.aloft.local.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Functions;
import dev.aloft.Message;
import dev.aloft.MessageHandler;
import dev.aloft.local.LocalFunctions;
import dev.aloft.local.engine.Profile;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class CluesTest {
    private static LocalFunctions parcels(MessageHandler<String> handler) {
        return LocalFunctions.of(Functions.builder()
                .queue("take-parcel", "parcels", String.class, handler)
                .build());
    }

    private static String clues(LocalFunctions functions) {
        functions.deliverAll();
        return Clues.of(functions.timeline()).text();
    }

    @Test
    void onACalmDayThereAreNone() {
        LocalFunctions functions = parcels((parcel, context) -> {}).withProfile("calm");

        functions.queue("parcels").send("p");
        functions.queue("parcels").send("q");

        assertThat(clues(functions)).isEmpty();
    }

    @Test
    void whatComesAgainIsTold() {
        LocalFunctions functions = parcels((parcel, context) -> {});

        functions.queue("parcels").send(Message.of("p-1", "p"));

        assertThat(clues(functions))
                .startsWith("What to look at:\n- take-parcel got again what it had handled, or was handling: p-1\n");
    }

    @Test
    void manyMessagesAreNotAllNamed() {
        LocalFunctions functions = parcels((parcel, context) -> {});

        for (int i = 10; i < 60; i++) {
            functions.queue("parcels").send(Message.of("p-" + i, "p"));
        }

        assertThat(clues(functions))
                .containsPattern("or was handling: (p-\\d\\d, ){4}p-\\d\\d and \\d+ more\n")
                .containsPattern("\n- take-parcel handled p-\\d\\d before p-\\d\\d, which was sent first\n")
                .containsPattern(
                        "\n- take-parcel ran \\d+ times at once, up to \\d+ times in one instance, so with the same fields\n");
    }

    @Test
    void whatMeetsInOneInstanceHasItsFieldsInCommon() {
        LocalFunctions functions = parcels((parcel, context) -> {})
                .withProfile(Profile.named("gcp").with("instances", "1"));

        for (int i = 0; i < 60; i++) {
            functions.queue("parcels").send("p");
        }

        assertThat(clues(functions))
                .contains("- take-parcel ran 8 times at once in one instance, so with the same fields\n");
    }

    @Test
    void whatDoesNotMeetInOneInstanceHasNoFieldsInCommon() {
        LocalFunctions functions = parcels((parcel, context) -> {}).withProfile("aws");

        for (int i = 0; i < 60; i++) {
            functions.queue("parcels").send("p");
        }

        assertThat(clues(functions)).containsPattern("- take-parcel ran [234] times at once\n");
    }

    @Test
    void whatTakesTooLongIsTold() {
        ConcurrentHashMap<String, LocalFunctions> own = new ConcurrentHashMap<>();
        LocalFunctions functions = parcels((parcel, context) -> own.get("").spend(Duration.ofSeconds(4)))
                .withProfile("aws");
        own.put("", functions);

        functions.queue("parcels").send(Message.of("p-1", "p"));

        assertThat(clues(functions))
                .isEqualTo("What to look at:\n- take-parcel took longer than the platform waits: p-1\n");
        assertThat(functions.outcomes("take-parcel").timedOut()).isEqualTo(5);
    }
}
