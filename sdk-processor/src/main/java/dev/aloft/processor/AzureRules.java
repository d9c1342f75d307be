package dev.aloft.processor;

import dev.aloft.StorageEvent;
import dev.aloft.spi.Cron;
import dev.aloft.spi.HttpBinding;
import dev.aloft.spi.MessageBinding;
import dev.aloft.spi.ScheduleBinding;
import dev.aloft.spi.SourceBinding;
import dev.aloft.spi.StorageBinding;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What functions must not have in common with the jar's folders or with each other, and how things are called, on Azure. */
final class AzureRules {
    private final Report report;
    private final ProcessorOptions options;
    private final Set<String> folders = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    AzureRules(Report report, ProcessorOptions options) {
        this.report = report;
        this.options = options;
        // Aloft's own classes are always in the jar.
        folders.addAll(List.of("META-INF", "dev"));
    }

    /** A package whose first part becomes a top-level folder of the jar. */
    void addPackage(String packageName) {
        int dot = packageName.indexOf('.');
        String folder = dot < 0 ? packageName : packageName.substring(0, dot);
        if (!folder.isEmpty()) {
            folders.add(folder);
        }
    }

    /** Checks new functions, also against those that are there already. */
    void check(List<DeclaredFunction> known, List<DeclaredFunction> added) {
        for (int i = 0; i < added.size(); i++) {
            DeclaredFunction function = added.get(i);
            check(function);
            known.forEach(other -> checkPair(other, function));
            added.subList(0, i).forEach(other -> checkPair(other, function));
        }
    }

    private void check(DeclaredFunction function) {
        if (folders.contains(function.name())) {
            report.error(
                    AzureErrors.nameOfFolder(function.name(), folders),
                    function.origin().name());
        }
        function.http().ifPresent(http -> checkRoute(function, http));
        function.source().ifPresent(source -> checkSource(function, source));
        if (function.binding() instanceof ScheduleBinding schedule && !isSameClock(schedule.zone())) {
            report.warning(
                    AzureErrors.otherTimeZone(function, schedule.zone(), options.timeZone()),
                    function.origin().binding().member("zone"));
        }
    }

    private boolean isSameClock(String zone) {
        return Cron.zone(zone).getRules().equals(Cron.zone(options.timeZone()).getRules());
    }

    /** https://github.com/Azure/azure-functions-host/blob/dev/src/WebJobs.Script/Host/ScriptHost.cs, ValidateHttpFunction */
    private void checkRoute(DeclaredFunction function, HttpBinding http) {
        String route = http.route().text().substring(1);
        for (String word : List.of("admin", "runtime")) {
            if (route.toLowerCase(Locale.ROOT).startsWith(word)) {
                report.error(
                        AzureErrors.reservedRoute("/" + route, word),
                        function.origin().binding());
            }
        }
    }

    private void checkSource(DeclaredFunction function, SourceBinding binding) {
        AzureService service = AzureService.of(binding, options);
        boolean setting = options.sourceSettings() && service.takesSetting();
        if (!setting && !service.allows(binding.source())) {
            report.error(
                    AzureErrors.badSourceName(function, binding.source(), service),
                    function.origin().binding());
        }
        boolean subscription = service == AzureService.SERVICE_BUS
                && AzureService.sort(binding).equals("topic");
        if (subscription && !function.name().matches(".{0,49}[A-Za-z0-9]")) {
            report.error(
                    AzureErrors.badSubscription(function), function.origin().name());
        }
        if (service == AzureService.BLOB
                && !((StorageBinding) binding).kinds().equals(List.of(StorageEvent.Kind.CREATED))) {
            report.error(
                    AzureErrors.blobTellsOfCreatedOnly(function, binding.source()),
                    function.origin().binding());
        }
    }

    private void checkPair(DeclaredFunction first, DeclaredFunction second) {
        if (first.binding() instanceof HttpBinding one
                && second.binding() instanceof HttpBinding other
                && collide(one, other)) {
            report.error(
                    AzureErrors.sameRouteOnAzure(first, second), second.origin().binding());
        }
        if (first.binding() instanceof MessageBinding one
                && second.binding() instanceof MessageBinding other
                && one.source().equals(other.source())
                && AzureService.of(one, options) == AzureService.EVENT_HUBS
                && AzureService.of(other, options) == AzureService.EVENT_HUBS) {
            report.error(
                    AzureErrors.sameConsumerGroup(first, second, one.source()),
                    second.origin().binding());
        }
    }

    /** Whether the host takes two routes for one, although they are not: then the error is another one. */
    private static boolean collide(HttpBinding first, HttpBinding second) {
        return !first.route().matchesSamePathsAs(second.route())
                && AzureRoute.template(first.route()).equalsIgnoreCase(AzureRoute.template(second.route()))
                && (second.methods().stream().anyMatch(method -> answers(first, method))
                        || first.methods().stream().anyMatch(method -> answers(second, method)));
    }

    /** Whether the host hands requests of this method to the function; GET includes HEAD. */
    private static boolean answers(HttpBinding binding, String method) {
        return binding.methods().contains(method)
                || method.equals("HEAD") && binding.methods().contains("GET");
    }

    /** Checks the option of the bindings, when all functions are known. */
    void checkBindings(List<DeclaredFunction> functions) {
        options.bindings().forEach((source, service) -> {
            List<SourceBinding> bindings = functions.stream()
                    .flatMap(function -> function.source().stream())
                    .filter(binding -> binding.source().equals(source))
                    .toList();
            if (bindings.stream().noneMatch(service::fits)) {
                String allowed = bindings.isEmpty()
                        ? "the sources of the application, " + sources(functions)
                        : "for the " + AzureService.sort(bindings.get(0)) + " " + source + " "
                                + AzureService.fitting(bindings.get(0)).stream()
                                        .map(AzureService::toString)
                                        .collect(Collectors.joining(" or "));
                String pair = source + ":" + service;
                report.error(CompileErrors.badOption(ProcessorOptions.BINDINGS, pair, allowed));
            }
        });
    }

    private static String sources(List<DeclaredFunction> functions) {
        return functions.stream()
                .flatMap(function -> function.source().stream())
                .map(SourceBinding::source)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
