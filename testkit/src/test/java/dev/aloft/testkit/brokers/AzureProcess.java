package dev.aloft.testkit.brokers;

import dev.aloft.azure.AzureEntryPoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.Arrays;

/** Loads the adapter's classes once more, since they keep one application per process; all other classes are shared. */
final class AzureProcess extends ClassLoader {
    private static final String ADAPTER = "dev.aloft.azure.";

    private AzureProcess() {
        super(AzureEntryPoint.class.getClassLoader());
    }

    /** A method of an entry point that has not started yet. */
    static Method entryPoint(String method) {
        try {
            Class<?> type = new AzureProcess().loadClass(AzureEntryPoint.class.getName());
            return Arrays.stream(type.getMethods())
                    .filter(candidate -> candidate.getName().equals(method))
                    .findFirst()
                    .orElseThrow();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(ADAPTER)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream file = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] code = file.readAllBytes();
            return defineClass(name, code, 0, code.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
