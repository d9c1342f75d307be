package shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aloft.Functions;
import dev.aloft.HttpHandler;
import dev.aloft.StorageEvent;
import dev.aloft.StorageEvent.Kind;
import dev.aloft.StorageHandler;
import dev.aloft.local.LocalFunctions;
import dev.aloft.local.LocalHttp;
import dev.aloft.local.junit.AloftTest;
import dev.aloft.local.junit.EveryProfile;
import dev.aloft.local.junit.FunctionsUnderTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pipeline: a picture is uploaded, checked, and listed in the catalogue. */
@AloftTest
@EveryProfile
class PicturesTest {
    /** One for both functions, as in a cloud they would have one database. */
    private final Pictures pictures = new Pictures();

    @FunctionsUnderTest
    Functions functions() {
        return functions(pictures::checkPicture, pictures::listPictures);
    }

    static Functions functions(StorageHandler checkPicture, HttpHandler listPictures) {
        return Functions.builder()
                .storage("check-picture", "uploads", List.of(Kind.CREATED, Kind.DELETED), checkPicture)
                .http("list-pictures", "GET", "/pictures", listPictures)
                .build();
    }

    @Test
    void uploadedPictureIsListed(LocalFunctions shop, LocalHttp http) {
        shop.storage("uploads").put("tea/green tea.png", new byte[4_711]);

        shop.deliverAll();

        assertThat(http.get("/pictures").text()).isEqualTo("[\"tea/green tea.png\"]");
    }

    @Test
    void deletedPictureIsNotListedAnyMore(LocalFunctions shop, LocalHttp http) {
        shop.storage("uploads").put("tea.png", new byte[4_711]);
        shop.storage("uploads").delete("tea.png");

        shop.deliverAll();

        assertThat(http.get("/pictures").text()).isEqualTo("[]");
    }

    @Test
    void olderEventAfterTheDeletionChangesNothing(LocalFunctions shop, LocalHttp http) {
        shop.storage("uploads").send(event(Kind.DELETED, "2"));
        shop.storage("uploads").send(event(Kind.CREATED, "1"));

        shop.deliverAll();

        assertThat(http.get("/pictures").text()).isEqualTo("[]");
    }

    @Test
    void whatIsNoPictureIsRejected(LocalFunctions shop, LocalHttp http) {
        shop.storage("uploads").put("notes.txt", "buy milk");
        shop.storage("uploads").put("empty.png", "");
        shop.storage("uploads").put("huge.png", new byte[5_000_001]);

        shop.deliverAll();

        assertThat(shop.outcomes("check-picture").rejected()).isEqualTo(3);
        assertThat(shop.timeline().text())
                .contains(
                        "A picture is a .png or .jpg file.",
                        "A picture has 1 to 5000000 bytes, not 0.",
                        "A picture has 1 to 5000000 bytes, not 5000001.");
        assertThat(http.get("/pictures").text()).isEqualTo("[]");
    }

    private static StorageEvent event(Kind kind, String sequencer) {
        return StorageEvent.builder(kind, "uploads", "tea.png")
                .sequencer(sequencer)
                .size(1)
                .build();
    }
}
