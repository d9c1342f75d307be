package dev.aloft.processor;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What functions must not have in common with each other, with the jar's folders or with the host of Azure. */
final class FunctionRules {
    private final Report report;
    private final boolean azure;
    private final Set<String> folders = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    FunctionRules(Report report, boolean azure) {
        this.report = report;
        this.azure = azure;
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

    /** Checks new functions against those that are there already. */
    void check(List<DeclaredFunction> known, List<DeclaredFunction> added) {
        for (int i = 0; i < added.size(); i++) {
            DeclaredFunction function = added.get(i);
            if (azure) {
                checkForAzure(function);
            }
            known.forEach(other -> checkPair(other, function));
            added.subList(0, i).forEach(other -> checkPair(other, function));
        }
    }

    /** https://github.com/Azure/azure-functions-host/blob/dev/src/WebJobs.Script/Host/ScriptHost.cs, ValidateHttpFunction */
    private void checkForAzure(DeclaredFunction function) {
        if (folders.contains(function.name())) {
            report.error(
                    CompileErrors.nameOfFolder(function.name(), folders),
                    function.origin().name());
        }
        String route = function.binding().route().text().substring(1);
        for (String word : List.of("admin", "runtime")) {
            if (route.toLowerCase(Locale.ROOT).startsWith(word)) {
                report.error(
                        CompileErrors.reservedRoute("/" + route, word),
                        function.origin().route());
            }
        }
    }

    private void checkPair(DeclaredFunction first, DeclaredFunction second) {
        if (first.name().equalsIgnoreCase(second.name())) {
            report.error(
                    CompileErrors.duplicateName(first, second), second.origin().name());
        }
        if (first.binding().route().matchesSamePathsAs(second.binding().route())) {
            first.binding().methods().stream()
                    .filter(second.binding().methods()::contains)
                    .findFirst()
                    .ifPresent(method -> report.error(
                            CompileErrors.duplicateRoute(first, second, method),
                            second.origin().route()));
        } else if (azure && collideOnAzure(first, second)) {
            report.error(
                    CompileErrors.sameRouteOnAzure(first, second),
                    second.origin().route());
        }
    }

    private static boolean collideOnAzure(DeclaredFunction first, DeclaredFunction second) {
        String template = AzureRoute.template(first.binding().route());
        return template.equalsIgnoreCase(AzureRoute.template(second.binding().route()))
                && (second.binding().methods().stream().anyMatch(first::answers)
                        || first.binding().methods().stream().anyMatch(second::answers));
    }
}
