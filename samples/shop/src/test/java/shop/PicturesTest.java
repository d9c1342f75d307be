package shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Functions;
import dev.aloft.StorageEvent;
import dev.aloft.local.DeadEvent;
import dev.aloft.local.LocalFunctions;
import java.util.List;
import org.junit.jupiter.api.Test;

class PicturesTest {
    /** One for both functions, as in a cloud they would have one database. */
    private final Pictures pictures = new Pictures();

    private final LocalFunctions shop = LocalFunctions.of(Functions.builder()
            .storage(
                    "check-picture",
                    "uploads",
                    List.of(StorageEvent.Kind.CREATED, StorageEvent.Kind.DELETED),
                    pictures::checkPicture)
            .http("list-pictures", "GET", "/pictures", pictures::listPictures)
            .build());

    @Test
    void uploadedPictureIsListed() {
        shop.storage("uploads").put("tea/green tea.png", new byte[4_711]);

        shop.deliverAll();

        assertThat(shop.http().get("/pictures").text()).isEqualTo("[\"tea/green tea.png\"]");
    }

    @Test
    void deletedPictureIsNotListedAnyMore() {
        shop.storage("uploads").put("tea.png", new byte[4_711]);
        shop.storage("uploads").delete("tea.png");

        shop.deliverAll();

        assertThat(shop.http().get("/pictures").text()).isEqualTo("[]");
    }

    @Test
    void olderEventAfterTheDeletionChangesNothing() {
        shop.storage("uploads").send(event(StorageEvent.Kind.DELETED, "2"));
        shop.storage("uploads").send(event(StorageEvent.Kind.CREATED, "1"));

        shop.deliverAll();

        assertThat(shop.http().get("/pictures").text()).isEqualTo("[]");
    }

    @Test
    void whatIsNoPictureIsADeadLetter() {
        shop.storage("uploads").put("notes.txt", "buy milk");
        shop.storage("uploads").put("empty.png", "");
        shop.storage("uploads").put("huge.png", new byte[5_000_001]);

        shop.deliverAll();

        assertThat(shop.storage("uploads").deadLetters())
                .extracting(DeadEvent::reason)
                .containsExactlyInAnyOrder(
                        "A picture is a .png or .jpg file.",
                        "A picture has 1 to 5000000 bytes, not 0.",
                        "A picture has 1 to 5000000 bytes, not 5000001.");
        assertThat(shop.http().get("/pictures").text()).isEqualTo("[]");
    }

    private static StorageEvent event(StorageEvent.Kind kind, String sequencer) {
        return StorageEvent.builder(kind, "uploads", "tea.png")
                .sequencer(sequencer)
                .size(1)
                .build();
    }
}
