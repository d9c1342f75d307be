package dev.aloft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.aloft.spi.FunctionDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;

class FunctionsTest {
    private final HttpHandler handler = (request, context) -> HttpResponse.ok();

    @Test
    void functionsKeepTheirOrderAndHandlers() {
        Functions functions = Functions.builder()
                .http("b", "GET", "/b", handler)
                .http("a", List.of("GET", "PUT"), "/a", () -> handler)
                .build();

        assertThat(functions.functions())
                .containsExactly(
                        FunctionDefinition.http("b", "/b", "GET"), FunctionDefinition.http("a", "/a", "GET", "PUT"));
        assertThat(functions.handler("a", null)).isSameAs(handler);
    }

    @Test
    void wrongRouteIsRefusedAtOnce() {
        assertThatExceptionOfType(AloftException.class)
                .isThrownBy(() -> Functions.builder().http("a", "GET", "a", handler))
                .withMessage("ALOFT-010 Route \"a\" does not begin with a slash. Write for example /orders/{id}.");
    }

    @Test
    void unknownHandlerIsRefused() {
        Functions functions =
                Functions.builder().http("a", "GET", "/a", handler).build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> functions.handler("b", null))
                .withMessage("No function b in [a]");
    }
}
