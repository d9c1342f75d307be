package dev.aloft.testkit.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Type;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerCollectionsTest {
    private static final RpcData.ByteArrays BYTES = new RpcData.ByteArrays(List.of(new byte[] {1, -1}, new byte[0]));
    private static final RpcData.Texts TEXTS = new RpcData.Texts(List.of("a", "b"));

    @Test
    void byteArraysAreAnArrayOrAListOfThem() throws Exception {
        assertThat((byte[][]) WorkerConversions.convert(BYTES, byte[][].class))
                .isDeepEqualTo(new byte[][] {{1, -1}, {}});
        assertThat((List<?>) WorkerConversions.convert(BYTES, type("byteList"))).hasSize(2);
    }

    @Test
    void textsAreAnArrayOrAListOfThem() throws Exception {
        assertThat((String[]) WorkerConversions.convert(TEXTS, String[].class)).containsExactly("a", "b");
        assertThat(WorkerConversions.convert(TEXTS, type("textList"))).isEqualTo(List.of("a", "b"));
    }

    @Test
    void aJsonArrayIsTheJsonOfItsElements() throws Exception {
        RpcData json = new RpcData.Json("[{\"a\": 1}, \"b\", 2]");

        assertThat((String[]) WorkerConversions.convert(json, String[].class)).containsExactly("{\"a\": 1}", "b", "2");
        assertThat(WorkerConversions.convert(json, type("textList"))).isEqualTo(List.of("{\"a\": 1}", "b", "2"));
    }

    @Test
    void aTextWithAnArrayOfObjectsIsAListButNoArray() throws Exception {
        RpcData text = new RpcData.Text("[{\"a\":1}]");

        assertThat(WorkerConversions.convert(text, type("textList"))).isEqualTo(List.of("{\"a\":1}"));
        assertThatThrownBy(() -> WorkerConversions.convert(text, String[].class))
                .isInstanceOf(ClassCastException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"textList", "text", "bytes", "textArray"})
    void byteArraysAreNothingElse(String target) {
        assertThatThrownBy(() -> WorkerConversions.convert(BYTES, type(target))).isInstanceOf(ClassCastException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"byteList", "text", "bytes", "byteArrays"})
    void textsAreNothingElse(String target) {
        assertThatThrownBy(() -> WorkerConversions.convert(TEXTS, type(target))).isInstanceOf(ClassCastException.class);
    }

    @Test
    void jsonIsNoBytesAndNumbersAreNoText() {
        assertThatThrownBy(() -> WorkerConversions.convert(new RpcData.Json("[]"), byte[][].class))
                .isInstanceOf(ClassCastException.class);
        assertThatThrownBy(() -> WorkerConversions.convert(new RpcData.Json("{}"), String[].class))
                .isInstanceOf(ClassCastException.class);
        assertThatThrownBy(() -> WorkerConversions.convert(new RpcData.Numbers(List.of(1L)), String.class))
                .isInstanceOf(ClassCastException.class);
    }

    private static Type type(String method) throws Exception {
        return Types.class.getDeclaredMethod(method).getGenericReturnType();
    }

    private interface Types {
        List<byte[]> byteList();

        List<String> textList();

        String text();

        byte[] bytes();

        String[] textArray();

        byte[][] byteArrays();
    }
}
