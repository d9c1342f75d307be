package dev.aloft.testkit.azure;

import java.util.List;

/**
 * A value on its way between host and worker: the cases of the protocol's {@code TypedData} that triggers need.
 *
 * @see <a href="https://github.com/Azure/azure-functions-language-worker-protobuf/blob/dev/src/proto/FunctionRpc.proto">the
 *     protocol</a>
 */
sealed interface RpcData {

    record Text(String value) implements RpcData {}

    record Json(String value) implements RpcData {}

    record Http(RpcHttp value) implements RpcData {}

    record Unset() implements RpcData {}

    record Texts(List<String> values) implements RpcData {}

    record Numbers(List<Long> values) implements RpcData {}

    record ByteArrays(List<byte[]> values) implements RpcData {}

    final class Bytes implements RpcData {
        private final byte[] value;

        Bytes(byte[] value) {
            this.value = value.clone();
        }

        byte[] value() {
            return value.clone();
        }
    }
}
