package dev.aloft.local.junit;

import dev.aloft.local.LocalFunctions;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.FunctionIndex;
import dev.aloft.spi.HandlerFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The functions of some classes only. An index tells which classes they are by asking for an instance. An index keeps objects that
 * functions share, so there is another one when a further instance of a function starts.
 */
final class ClassFunctions implements FunctionIndex {
    private final Map<String, String> settings;
    private final List<FunctionDefinition> functions = new ArrayList<>();
    private final Map<String, FunctionIndex> origins = new LinkedHashMap<>();
    private final Set<String> asked = new HashSet<>();

    private ClassFunctions(Map<String, String> settings) {
        this.settings = settings;
    }

    static FunctionIndex of(List<Class<?>> types, Map<String, String> settings) {
        ClassFunctions chosen = new ClassFunctions(settings);
        Set<Class<?>> missing = new LinkedHashSet<>(types);
        Set<String> others = new LinkedHashSet<>();
        for (FunctionDefinition function : chosen.begin()) {
            Class<?> type = handlerClass(chosen.origin(function.name()), function.name());
            if (types.contains(type)) {
                missing.remove(type);
                chosen.functions.add(function);
            } else {
                others.add(type.getName());
            }
        }
        if (!missing.isEmpty()) {
            throw SetupErrors.noFunction(missing.iterator().next(), others);
        }
        return chosen;
    }

    /** Makes the indexes anew. @return all of their functions */
    private List<FunctionDefinition> begin() {
        asked.clear();
        List<FunctionDefinition> all = new ArrayList<>();
        for (FunctionIndex index : indexes(settings)) {
            for (FunctionDefinition function : index.functions()) {
                origins.put(function.name(), index);
                all.add(function);
            }
        }
        return all;
    }

    private static Class<?> handlerClass(FunctionIndex index, String function) {
        Asked asked = new Asked();
        try {
            return index.handler(function, asked).getClass();
        } catch (Exception e) {
            if (asked.type != null) {
                return asked.type;
            }
            throw SetupErrors.unknownClass(function, e);
        }
    }

    /** Makes nothing, but knows what it was to make. */
    private static final class Asked implements HandlerFactory {
        private @Nullable Class<?> type;

        @Override
        public <T> T create(Class<T> wanted) {
            type = wanted;
            throw new UnsupportedOperationException("Only the class is asked for.");
        }
    }

    private static List<FunctionIndex> indexes(Map<String, String> settings) {
        String named = System.getProperty("aloft.index", settings.get("ALOFT_INDEX"));
        ClassLoader loader = LocalFunctions.class.getClassLoader();
        List<FunctionIndex> indexes = new ArrayList<>();
        try {
            for (String name : named == null || named.isBlank() ? listed(loader) : Set.of(named.strip())) {
                indexes.add(Class.forName(name, true, loader)
                        .asSubclass(FunctionIndex.class)
                        .getConstructor()
                        .newInstance());
            }
        } catch (ReflectiveOperationException | ClassCastException | LinkageError e) {
            indexes.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (indexes.isEmpty()) {
            LocalFunctions.start(settings); // says what is wrong
        }
        return indexes;
    }

    private static Set<String> listed(ClassLoader loader) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        for (URL file : Collections.list(loader.getResources("META-INF/aloft/index"))) {
            try (InputStream content = file.openStream()) {
                new String(content.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .forEach(names::add);
            }
        }
        return names;
    }

    @Override
    public List<FunctionDefinition> functions() {
        return functions;
    }

    @Override
    public synchronized Object handler(String functionName, @Nullable HandlerFactory factory) throws Exception {
        if (!asked.add(functionName)) {
            begin();
            asked.add(functionName);
        }
        return origin(functionName).handler(functionName, factory);
    }

    @Override
    public synchronized Type payloadType(String functionName) {
        return origin(functionName).payloadType(functionName);
    }

    private FunctionIndex origin(String functionName) {
        FunctionIndex index = origins.get(functionName);
        if (index == null) {
            throw new IllegalArgumentException("No function " + functionName + " in " + origins.keySet());
        }
        return index;
    }
}
