package dev.aloft.testkit.azure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.azure.functions.HttpRequestMessage;
import java.lang.reflect.Type;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerConversionsTest {
    private static final byte[] BYTES = {1, -1, 0};

    @Test
    void textIsTextOrNumber() {
        RpcData seven = new RpcData.Text("7");

        assertThat(WorkerConversions.convert(seven, String.class)).isEqualTo("7");
        assertThat(WorkerConversions.convert(seven, int.class)).isEqualTo(7);
        assertThat(WorkerConversions.convert(seven, Long.class)).isEqualTo(7L);
    }

    @Test
    void jsonIsRawText() {
        assertThat(WorkerConversions.convert(new RpcData.Json("{\"n\":1.0}"), String.class))
                .isEqualTo("{\"n\":1.0}");
    }

    @Test
    void bytesAreBytesOrLossyText() {
        RpcData bytes = new RpcData.Bytes(BYTES);

        assertThat(WorkerConversions.convert(bytes, byte[].class)).isEqualTo(BYTES);
        assertThat(WorkerConversions.convert(bytes, String.class))
                .isEqualTo(new String(BYTES, Charset.defaultCharset()));
    }

    @Test
    void nothingIsNullOrEmpty() throws Exception {
        assertThat(WorkerConversions.convert(new RpcData.Unset(), String.class)).isNull();
        assertThat(WorkerConversions.convert(new RpcData.Unset(), type("optional")))
                .isEqualTo(Optional.empty());
    }

    @Test
    void aRequestHasTheBodyInTheTypeAskedFor() throws Exception {
        assertThat(body(new RpcData.Text("tea"), "optionalText")).isEqualTo(Optional.of("tea"));
        assertThat(body(new RpcData.Unset(), "optionalText")).isEqualTo(Optional.empty());
        assertThat(body(new RpcData.Bytes(BYTES), "bytes")).isEqualTo(BYTES);
        assertThat(body(new RpcData.Unset(), "bytes")).isNull();
        assertThat(body(new RpcData.Bytes("tea".getBytes(UTF_8)), "optionalText"))
                .isEqualTo(Optional.of("tea"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tea", "", "null", "{}", "[1,", "[256]", "[1.5]", "[[1]]"})
    void aTextBodyCannotBeAskedForAsBytes(String text) {
        assertThatThrownBy(() -> body(new RpcData.Text(text), "bytes")).isInstanceOf(ClassCastException.class);
    }

    @Test
    void butAnArrayOfSmallIntegersBecomesTheseBytes() throws Exception {
        assertThat(body(new RpcData.Text(" [1, -1 ,0]\n"), "bytes")).isEqualTo(BYTES);
        assertThat(body(new RpcData.Text("[]"), "bytes")).isEqualTo(new byte[0]);
    }

    @Test
    void aRequestIsNothingElse() {
        assertThatThrownBy(() -> WorkerConversions.convert(request(new RpcData.Text("tea")), String.class))
                .isInstanceOf(ClassCastException.class);
    }

    @Test
    void whatGsonWouldDoIsRefused() {
        assertThatThrownBy(() -> WorkerConversions.convert(new RpcData.Text("{}"), Map.class))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("java.util.Map with gson");
        assertThatThrownBy(() -> WorkerConversions.convert(new RpcData.Bytes(BYTES), List.class))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> WorkerConversions.convert(request(new RpcData.Text("{}")), HttpRequestMessage.class))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    private static RpcData request(RpcData body) {
        return new RpcData.Http(new RpcHttp("GET", "http://localhost/", Map.of(), Map.of(), body));
    }

    private static Object body(RpcData body, String parameter) throws Exception {
        return ((HttpRequestMessage<?>) WorkerConversions.convert(request(body), type(parameter))).getBody();
    }

    private static Type type(String method) throws Exception {
        return Types.class.getDeclaredMethod(method).getGenericReturnType();
    }

    private interface Types {
        Optional<String> optional();

        HttpRequestMessage<Optional<String>> optionalText();

        HttpRequestMessage<byte[]> bytes();
    }
}
