package dev.aloft.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aloft.Attributes;
import dev.aloft.HttpRequest;
import dev.aloft.Message;
import dev.aloft.local.recording.RecordedItem;
import dev.aloft.local.recording.Recording;
import dev.aloft.local.recording.Recording.Head;
import dev.aloft.local.recording.Redaction;
import dev.aloft.local.recording.Result;
import dev.aloft.runtime.NativePayload;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.FunctionIndex;
import dev.aloft.spi.HandlerFactory;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReplayTest {
    private static final Redaction KEEPING = Redaction.standard().keepingOpaque();

    private final RecordedFunctions index = new RecordedFunctions();
    private final LocalFunctions functions = LocalFunctions.of(index);

    private static Recording request(String function, String target, Result... results) {
        HttpRequest request = HttpRequest.builder("POST", target.split("\\?", 2)[0])
                .query(target.contains("?") ? target.split("\\?", 2)[1] : "")
                .body("{\"password\":\"s3cret\"}")
                .build();
        return Recording.of(
                new Head("local", function, "http", Instant.EPOCH), List.of(request), List.of(results), KEEPING);
    }

    private static Recording message(String function, String body, Result... results) {
        Message<?> message = Message.builder("m-1", body).source("orders").build();
        return Recording.of(
                new Head("local", function, "message", Instant.EPOCH),
                List.of(new RecordedItem(null, message)),
                List.of(results),
                KEEPING);
    }

    @Test
    void theAnswerIsThere() {
        Replayed again = functions.replay(request("place-order", "/orders/ada", Result.answered(201)));

        assertThat(again.isAsRecorded()).isTrue();
        assertThat(again.function()).isEqualTo("place-order");
        assertThat(again.response().orElseThrow().header("location")).contains("/orders/ada");
        assertThat(again.text()).isEqualTo("place-order answered 201 as recorded");
        assertThat(again.recording().kind()).isEqualTo("http");
    }

    @Test
    void theMarkIsReplayed() {
        functions.replay(request("place-order", "/orders/ada"));

        assertThat(index.got).containsExactly("{\"password\":\"__redacted__\"}");
    }

    @Test
    void anotherAnswerIsTold() {
        Replayed again = functions.replay(request("place-order", "/orders/ada?fail=1", Result.answered(201)));

        assertThat(again.isAsRecorded()).isFalse();
        assertThat(again.text()).isEqualTo("place-order answered 500, recorded was answered 201 (redacted: password)");
    }

    @Test
    void anotherExceptionIsToldAndAnotherMessageIsNot() {
        Result recorded = Result.thrown("failed", new IllegalStateException("yesterday"));
        Result other = Result.thrown("failed", new IllegalArgumentException());

        assertThat(functions.replay(message("ship-order", "later", recorded)).isAsRecorded())
                .isTrue();
        assertThat(functions.replay(message("ship-order", "later", other)).text())
                .isEqualTo("ship-order failed java.lang.IllegalStateException: out of stock, recorded was failed"
                        + " java.lang.IllegalArgumentException");
    }

    @Test
    void withoutAnOutcomeItHasToBeHandled() {
        Replayed handled = functions.replay(message("ship-order", "o-1"));
        Replayed rejected = functions.replay(message("ship-order", "poison"));

        assertThat(handled.isAsRecorded()).isTrue();
        assertThat(handled.text()).isEqualTo("ship-order handled");
        assertThat(rejected.isAsRecorded()).isFalse();
        assertThat(rejected.text())
                .isEqualTo("ship-order rejected dev.aloft.Rejected: a poison order, recorded was nothing");
    }

    @Test
    void aRouteThatLeadsElsewhereIsTold() {
        Replayed again = functions.replay(request("place-order", "/nowhere", Result.answered(404)));

        assertThat(again.isAsRecorded()).isFalse();
        assertThat(again.text())
                .isEqualTo("(no function) answered 404, recorded was place-order answered 404 (redacted: password)");
    }

    @Test
    void anUnknownFunctionIsNamed() {
        assertThatThrownBy(() -> functions.replay(message("gone\n", "o-1")))
                .hasMessage("ALOFT-167 The recording is of function gone?, which is not here. There are: [place-order,"
                        + " ship-order, count, look-at, clean-up, index, hear]. Replay it with the application that it was"
                        + " recorded of, or change the recording's function.");
    }

    @Test
    void anEventOfAnotherKindIsRefused() {
        assertThatThrownBy(() -> functions.replay(message("place-order", "o-1")))
                .hasMessageStartingWith("ALOFT-204 Function place-order expects HTTP");
    }

    @Test
    void aPlatformWithoutItsAdapterIsNamed() {
        Recording recording = Recording.ofNative(
                "aws", new NativePayload("", "", Attributes.empty(), new byte[] {'{', '}'}), KEEPING);

        assertThatThrownBy(() -> functions.replay(recording))
                .hasMessage(
                        "ALOFT-168 Nothing in this jar replays native events of aws. Add dev.aloft:aloft-aws to the class"
                                + " path, or dev.aloft:aloft, which brings all adapters.");
    }

    @Test
    void aHandlerThatCannotBeMadeIsAFailure() {
        LocalFunctions broken = LocalFunctions.of(new FailingIndex());

        Replayed again = broken.replay(message("ship-order", "o-1"));

        assertThat(again.results()).extracting(Result::what).containsExactly("failed");
        assertThat(again.results().get(0).message()).startsWith("ALOFT-108");
    }

    /** Its handlers cannot be made. */
    private static final class FailingIndex implements FunctionIndex {
        private final RecordedFunctions functions = new RecordedFunctions();

        @Override
        public List<FunctionDefinition> functions() {
            return functions.functions();
        }

        @Override
        public Object handler(String name, @Nullable HandlerFactory factory) {
            throw new IllegalStateException("no database");
        }

        @Override
        public Type payloadType(String functionName) {
            return functions.payloadType(functionName);
        }
    }
}
