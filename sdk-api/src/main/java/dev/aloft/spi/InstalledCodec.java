package dev.aloft.spi;

import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Finds the application's codec once: this class is first used, and loads the providers, when a typed body is asked for. */
final class InstalledCodec {
    private static final List<PayloadCodec> FOUND = load();
    private static final @Nullable PayloadCodec CODEC = FOUND.size() == 1 && chosenName() == null ? FOUND.get(0) : null;

    private InstalledCodec() {}

    private static List<PayloadCodec> load() {
        List<PayloadCodec> codecs = new ArrayList<>();
        // The class path's own loader: Google's invoker and Azure's worker set other context class loaders.
        for (PayloadCodec codec : ServiceLoader.load(PayloadCodec.class, PayloadCodec.class.getClassLoader())) {
            codecs.add(codec);
        }
        return List.copyOf(codecs);
    }

    static PayloadCodec get() {
        return CODEC == null ? choose(FOUND, chosenName()) : CODEC;
    }

    private static @Nullable String chosenName() {
        String property = System.getProperty("aloft.codec");
        return property != null ? property : System.getenv("ALOFT_CODEC");
    }

    static PayloadCodec choose(List<PayloadCodec> found, @Nullable String className) {
        if (className != null && !className.isBlank()) {
            return named(found, className);
        }
        if (found.isEmpty()) {
            throw new AloftException(
                    Kind.CONFIGURATION,
                    "ALOFT-103",
                    "A typed body was asked for, but no payload codec is on the class path. Add the dependency"
                            + " dev.aloft:aloft-codec-jackson, or read the body as bytes or text.");
        }
        if (found.size() > 1) {
            throw new AloftException(
                    Kind.CONFIGURATION,
                    "ALOFT-104",
                    "Several payload codecs are on the class path: " + names(found)
                            + ". Remove all but one, or set ALOFT_CODEC to the class to use.");
        }
        return found.get(0);
    }

    private static PayloadCodec named(List<PayloadCodec> found, String className) {
        for (PayloadCodec codec : found) {
            if (codec.getClass().getName().equals(className)) {
                return codec;
            }
        }
        throw new AloftException(
                Kind.CONFIGURATION,
                "ALOFT-105",
                "The payload codec " + className + " is not on the class path. Available: " + names(found) + ".");
    }

    private static List<String> names(List<PayloadCodec> found) {
        List<String> names = new ArrayList<>();
        for (PayloadCodec codec : found) {
            names.add(codec.getClass().getName());
        }
        return names;
    }
}
