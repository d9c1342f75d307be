package dev.aloft.processor;

import dev.aloft.AloftException;
import dev.aloft.spi.Cron;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/**
 * The compiler options {@code -Aaloft.…}, checked.
 *
 * @param indexPackage where the index goes; empty for the functions' common package
 * @param handlerFactory whether the application has a handler factory, so that constructors may have parameters
 * @param azure whether the files of an Azure package are written
 * @param authLevel the authorization level of all functions on Azure
 * @param bindings what sources are on Azure, by their logical names, where it is not the usual
 * @param sourceSettings whether Azure takes the names of sources from settings
 * @param timeZone the time zone by which all schedules run on Azure
 * @param functionTimeout the longest run of a function on Azure; empty for the plan's default
 */
record ProcessorOptions(
        Optional<String> indexPackage,
        boolean handlerFactory,
        boolean azure,
        String authLevel,
        Map<String, AzureService> bindings,
        boolean sourceSettings,
        String timeZone,
        Optional<String> functionTimeout) {
    private static final String PACKAGE = "aloft.package";
    private static final String HANDLER_FACTORY = "aloft.handlerFactory";
    private static final String AZURE = "aloft.azure";
    private static final String AUTH_LEVEL = "aloft.azure.authLevel";
    static final String BINDINGS = "aloft.azure.bindings";
    private static final String SOURCE_SETTINGS = "aloft.azure.sourceSettings";
    private static final String TIME_ZONE = "aloft.azure.timeZone";
    private static final String FUNCTION_TIMEOUT = "aloft.azure.functionTimeout";

    static final Set<String> NAMES =
            Set.of(PACKAGE, HANDLER_FACTORY, AZURE, AUTH_LEVEL, BINDINGS, SOURCE_SETTINGS, TIME_ZONE, FUNCTION_TIMEOUT);

    static ProcessorOptions read(Map<String, String> options, Report report) {
        options.forEach((option, value) -> check(option, value == null ? "" : value, report));
        return new ProcessorOptions(
                Optional.ofNullable(options.get(PACKAGE)),
                "true".equals(options.get(HANDLER_FACTORY)),
                !"false".equals(options.get(AZURE)),
                options.getOrDefault(AUTH_LEVEL, "anonymous"),
                bindings(options.get(BINDINGS)).orElse(Map.of()),
                "true".equals(options.get(SOURCE_SETTINGS)),
                Optional.ofNullable(options.get(TIME_ZONE))
                        .filter(ProcessorOptions::isZone)
                        .orElse("UTC"),
                Optional.ofNullable(options.get(FUNCTION_TIMEOUT)));
    }

    private static void check(String option, String value, Report report) {
        switch (option) {
            case PACKAGE -> require(SourceVersion.isName(value), option, value, "a package name", report);
            case HANDLER_FACTORY, AZURE, SOURCE_SETTINGS ->
                require(List.of("true", "false").contains(value), option, value, "true or false", report);
            case AUTH_LEVEL -> {
                List<String> levels = List.of("anonymous", "function", "admin");
                require(levels.contains(value), option, value, "anonymous, function or admin", report);
            }
            case BINDINGS ->
                require(
                        bindings(value).isPresent(),
                        option,
                        value,
                        "pairs like orders:service-bus, separated by commas, each source once, with "
                                + AzureService.names(),
                        report);
            case TIME_ZONE -> require(isZone(value), option, value, "UTC, and IANA names like Europe/Berlin", report);
            case FUNCTION_TIMEOUT ->
                require(
                        isTimeout(value),
                        option,
                        value,
                        "hh:mm:ss from 00:00:01 to 23:59:59, or -1 for no limit",
                        report);
            default -> {
                // An option of another processor, or a later version's.
            }
        }
    }

    /** The pairs of an option's text; nothing if one of them cannot be read or comes twice. */
    private static Optional<Map<String, AzureService>> bindings(@Nullable String text) {
        Map<String, AzureService> bindings = new TreeMap<>();
        for (String pair : text == null ? List.<String>of() : List.of(text.split(",", -1))) {
            int colon = pair.indexOf(':');
            String source = pair.substring(0, Math.max(colon, 0)).strip();
            Optional<AzureService> service =
                    AzureService.of(pair.substring(colon + 1).strip());
            if (source.isEmpty() || service.isEmpty() || bindings.put(source, service.get()) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(bindings);
    }

    private static boolean isZone(String value) {
        try {
            Cron.zone(value);
            return true;
        } catch (AloftException e) {
            return false;
        }
    }

    private static void require(boolean valid, String option, String value, String allowed, Report report) {
        if (!valid) {
            report.error(CompileErrors.badOption(option, value, allowed));
        }
    }

    /** See ScriptJobHostOptionsSetup of https://github.com/Azure/azure-functions-host: at least one second. */
    private static boolean isTimeout(String value) {
        return value.equals("-1") || value.matches("([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d") && !value.equals("00:00:00");
    }
}
