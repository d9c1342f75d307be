package dev.aloft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class HttpExceptionTest {
    @Test
    void factoriesNameTheirStatus() {
        assertThat(HttpException.badRequest("a").status()).isEqualTo(400);
        assertThat(HttpException.notFound("a").status()).isEqualTo(404);
        assertThat(HttpException.conflict("a").status()).isEqualTo(409);
        assertThat(new HttpException(418, "tea").detail()).isEqualTo("tea");
    }

    @Test
    void successCannotBeThrown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HttpException(200, "fine"))
                .withMessage("ALOFT-404 An HttpException has a status from 400 to 599, not 200.");
    }
}
