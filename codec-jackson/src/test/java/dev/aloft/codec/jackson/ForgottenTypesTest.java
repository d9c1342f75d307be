package dev.aloft.codec.jackson;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** What is left of a type when its class has been loaded anew. */
class ForgottenTypesTest {
    /** What is read and written as a class of another class loader. */
    public record Order(String item) {}

    private final JacksonCodec codec = new JacksonCodec();

    /** Loads that one class itself. */
    private static final class Loader extends ClassLoader {
        Loader() {
            super(ForgottenTypesTest.class.getClassLoader());
        }

        Class<?> order() throws IOException {
            String name = Order.class.getName();
            try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = file.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            }
        }
    }

    private WeakReference<Class<?>> used() throws IOException {
        Class<?> order = new Loader().order();
        Object read = codec.read("{\"item\":\"tea\"}".getBytes(UTF_8), order);
        assertThat(read).isInstanceOf(order).isNotInstanceOf(Order.class);
        assertThat(codec.write(read)).asString(UTF_8).isEqualTo("{\"item\":\"tea\"}");
        return new WeakReference<>(order);
    }

    @Test
    void aForgottenTypeIsNotKeptInMemory() throws IOException {
        WeakReference<Class<?>> order = used();

        codec.forgetTypes();

        for (int i = 0; i < 200 && order.get() != null; i++) {
            System.gc();
            LockSupport.parkNanos(10_000_000);
        }
        assertThat(order.get()).isNull();
    }

    @Test
    void theCodecGoesOn() throws IOException {
        codec.forgetTypes();

        assertThat(codec.read("{\"item\":\"tea\"}".getBytes(UTF_8), Order.class))
                .isEqualTo(new Order("tea"));
        assertThat(used().get()).isNotEqualTo(Order.class);
    }
}
