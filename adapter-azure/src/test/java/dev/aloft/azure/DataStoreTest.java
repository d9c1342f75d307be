package dev.aloft.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.azure.functions.HttpRequestMessage;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DataStoreTest {
    private static final Type BYTES = new GenericType(HttpRequestMessage.class, byte[].class);

    private static Object find(Object worker, String binding, Type type) throws ReflectiveOperationException {
        return new DataStore(worker.getClass()).find(worker, binding, type);
    }

    private static String metadata(Object worker, String name) throws ReflectiveOperationException {
        return new DataStore(worker.getClass()).metadata(worker, name);
    }

    @Test
    void asksForTheTypeWanted() throws Exception {
        assertThat(find(new Worker(), "request", BYTES)).isEqualTo(BYTES);
        assertThat(find(new Worker(), "request", String.class)).isEqualTo(String.class);
    }

    @Test
    void whatCannotBeConvertedIsNull() throws Exception {
        assertThat(find(new Worker(), "none", BYTES)).isNull();
        assertThat(find(new Worker(), "empty", BYTES)).isNull();
    }

    @Test
    void anotherWorkerIsFoundOut() {
        for (Object other : List.of(new Object(), new WithoutMethod(), new WithoutOptional(), new WithoutValue())) {
            assertThatThrownBy(() -> find(other, "request", BYTES)).isInstanceOf(NoSuchMethodException.class);
        }
    }

    @Test
    void metadataIsText() throws Exception {
        assertThat(metadata(new MessageWorker("f").with("Id", "m-1"), "Id")).isEqualTo("m-1");
        assertThat(metadata(new MessageWorker("f"), "Id")).isNull();
    }

    @Test
    void aWorkerWithoutMetadataIsFoundOut() {
        assertThatThrownBy(() -> metadata(new Worker(), "Id")).isInstanceOf(NoSuchMethodException.class);
        assertThatThrownBy(() -> metadata(new WithOtherMetadata(), "Id"))
                .isInstanceOf(NoSuchMethodException.class)
                .hasMessageContaining("gives no String");
    }

    @Test
    void theTypeIsTheOneThatADeclarationWouldHave() throws Exception {
        Type declared = DataStoreTest.class.getDeclaredMethod("declared").getGenericReturnType();
        ParameterizedType made = (ParameterizedType) BYTES;

        assertThat(made.getRawType()).isEqualTo(((ParameterizedType) declared).getRawType());
        assertThat(made.getActualTypeArguments()).isEqualTo(((ParameterizedType) declared).getActualTypeArguments());
        assertThat(made.getOwnerType()).isEqualTo(((ParameterizedType) declared).getOwnerType());
    }

    private static HttpRequestMessage<byte[]> declared() {
        throw new AssertionError("only its type matters");
    }

    public static final class Worker {
        public Store getDataStore() {
            return new Store();
        }
    }

    public static final class Store {
        public Optional<Data> getDataByName(String name, Type type) {
            if (name.equals("none")) {
                throw new IllegalStateException("no such binding");
            }
            return name.equals("empty") ? Optional.empty() : Optional.of(new Data(type));
        }
    }

    public record Data(Type type) {
        public Object getValue() {
            return type;
        }
    }

    public static final class WithoutMethod {
        public Object getDataStore() {
            return this;
        }
    }

    public static final class WithoutOptional {
        public WithoutOptional getDataStore() {
            return this;
        }

        public String getDataByName(String name, Type type) {
            return name + type;
        }
    }

    public static final class WithoutValue {
        public WithoutValue getDataStore() {
            return this;
        }

        public Optional<String> getDataByName(String name, Type type) {
            return Optional.of(name + type);
        }
    }

    public static final class WithOtherMetadata {
        public WithOtherMetadata getDataStore() {
            return this;
        }

        public Optional<Data> getDataByName(String name, Type type) {
            throw new IllegalStateException(name + type);
        }

        public Optional<Data> getTriggerMetatDataByName(String name, Type type) {
            return Optional.of(new Data(type));
        }
    }
}
