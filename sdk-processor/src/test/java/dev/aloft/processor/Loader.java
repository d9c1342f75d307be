package dev.aloft.processor;

import com.google.testing.compile.Compilation;
import dev.aloft.spi.FunctionIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;

/** Loads compiled classes and remembers which. */
final class Loader extends ClassLoader {
    private final Map<String, byte[]> classes;
    private final List<String> loaded = new ArrayList<>();

    Loader(Compilation compilation) {
        super(Loader.class.getClassLoader());
        classes = compilation.generatedFiles().stream()
                .filter(file -> file.getKind() == JavaFileObject.Kind.CLASS)
                .collect(Collectors.toMap(
                        file -> file.getName()
                                .replace("/CLASS_OUTPUT/", "")
                                .replace(".class", "")
                                .replace('/', '.'),
                        Sources::bytes));
    }

    @Override
    protected synchronized Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        loaded.add(name);
        return defineClass(name, bytes, 0, bytes.length);
    }

    FunctionIndex index() throws ReflectiveOperationException {
        return (FunctionIndex) loadClass("shop.AloftFunctions").getConstructor().newInstance();
    }

    /** The names of the classes loaded so far, in this order. */
    List<String> loaded() {
        return loaded;
    }

    /** The names of all compiled classes. */
    Stream<String> names() {
        return classes.keySet().stream();
    }

    byte[] bytes(String name) {
        return classes.get(name);
    }
}
