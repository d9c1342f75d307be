package dev.aloft.local.junit;

import dev.aloft.local.LocalFunctions;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What a test class and those around it say.
 *
 * @param types the classes whose functions are there; none for all
 * @param registry what to take in place of the index
 * @param profile the platform that is played; empty for the usual one
 * @param seed what chance follows from; 0 for that of the test
 * @param settings what {@code context.settings()} finds
 * @param startingAt when time begins; null for the usual time
 * @param mayLeaveWork whether a test passes although a function leaves work running
 */
record Setup(
        List<Class<?>> types,
        @Nullable Registry registry,
        String profile,
        long seed,
        Map<String, String> settings,
        @Nullable Instant startingAt,
        boolean mayLeaveWork) {
    private static final Setup NOTHING = new Setup(List.of(), null, "", 0, Map.of(), null, false);

    static Setup of(ExtensionContext context) {
        Setup setup = NOTHING;
        ProfileTurn played = context.getStore(Session.NAMESPACE).get(ProfileTurn.class, ProfileTurn.class);
        for (Optional<ExtensionContext> at = Optional.of(context);
                at.isPresent();
                at = at.get().getParent()) {
            Class<?> testClass = at.get().getTestClass().orElse(null);
            if (testClass != null) {
                Setup said = said(testClass);
                setup = setup.within(
                        played != null && played.of(testClass) ? said.withProfile(played.profile()) : said);
            }
        }
        return setup;
    }

    private static Setup said(Class<?> testClass) {
        Registry registry = Registry.of(testClass);
        AloftTest annotation =
                AnnotationSupport.findAnnotation(testClass, AloftTest.class).orElse(null);
        if (annotation == null) {
            return new Setup(List.of(), registry, "", 0, Map.of(), null, false);
        }
        List<Class<?>> types = List.of(annotation.value());
        if (registry != null && !types.isEmpty()) {
            throw SetupErrors.registry(testClass, "@AloftTest names classes as well. Leave one of both out");
        }
        return new Setup(
                types,
                registry,
                annotation.profile(),
                annotation.seed(),
                settings(testClass, annotation.settings()),
                instant(testClass, annotation.startingAt()),
                annotation.mayLeaveWork());
    }

    private Setup withProfile(String name) {
        return new Setup(types, registry, name, seed, settings, startingAt, mayLeaveWork);
    }

    private static Map<String, String> settings(Class<?> testClass, String[] lines) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (int i = 0; i < lines.length; i++) {
            int equals = lines[i].indexOf('=');
            if (equals < 1) {
                throw SetupErrors.setting(testClass, i + 1);
            }
            settings.put(lines[i].substring(0, equals), lines[i].substring(equals + 1));
        }
        return settings;
    }

    private static @Nullable Instant instant(Class<?> testClass, String text) {
        try {
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw SetupErrors.start(testClass, text, e);
        }
    }

    /** This, and where it says nothing, what the class around it says. */
    private Setup within(Setup outer) {
        boolean chooses = registry != null || !types.isEmpty();
        Map<String, String> all = new LinkedHashMap<>(outer.settings);
        all.putAll(settings);
        return new Setup(
                chooses ? types : outer.types,
                chooses ? registry : outer.registry,
                profile.isEmpty() ? outer.profile : profile,
                seed == 0 ? outer.seed : seed,
                all,
                startingAt == null ? outer.startingAt : startingAt,
                mayLeaveWork || outer.mayLeaveWork);
    }

    LocalFunctions start(ExtensionContext context) {
        LocalFunctions functions = functions(context);
        return startingAt == null ? functions : functions.startingAt(startingAt);
    }

    private LocalFunctions functions(ExtensionContext context) {
        if (registry != null) {
            return LocalFunctions.of(registry.read(context), settings);
        }
        return types.isEmpty()
                ? LocalFunctions.start(settings)
                : LocalFunctions.of(ClassFunctions.of(types, settings), settings);
    }
}
