package dev.aloft.processor;

import dev.aloft.spi.HttpBinding;
import dev.aloft.spi.MessageBinding;
import dev.aloft.spi.MessageBinding.Kind;
import dev.aloft.spi.ScheduleBinding;
import dev.aloft.spi.SourceBinding;
import dev.aloft.spi.SourceNames;
import java.util.List;
import java.util.Optional;

/** What functions must not have in common with each other. */
final class FunctionRules {
    private final Report report;

    FunctionRules(Report report) {
        this.report = report;
    }

    /** Checks new functions against those that are there already. */
    void check(List<DeclaredFunction> known, List<DeclaredFunction> added) {
        for (int i = 0; i < added.size(); i++) {
            DeclaredFunction function = added.get(i);
            known.forEach(other -> checkPair(other, function));
            added.subList(0, i).forEach(other -> checkPair(other, function));
        }
    }

    private void checkPair(DeclaredFunction first, DeclaredFunction second) {
        if (first.name().equalsIgnoreCase(second.name())) {
            report.error(
                    CompileErrors.duplicateName(first, second), second.origin().name());
        }
        if (first.binding() instanceof HttpBinding one && second.binding() instanceof HttpBinding other) {
            one.methods().stream()
                    .filter(other.methods()::contains)
                    .filter(method -> one.route().matchesSamePathsAs(other.route()))
                    .findFirst()
                    .ifPresent(method -> report.error(
                            CompileErrors.duplicateRoute(first, second, method),
                            second.origin().binding()));
        }
        if (sourceName(first).isPresent() && sourceName(second).isPresent()) {
            checkSources(first, second);
        }
    }

    private void checkSources(DeclaredFunction first, DeclaredFunction second) {
        String one = sourceName(first).orElseThrow();
        String other = sourceName(second).orElseThrow();
        String setting = SourceNames.setting(one);
        if (!one.equals(other) && setting.equals(SourceNames.setting(other))) {
            boolean schedule = second.binding() instanceof ScheduleBinding;
            report.error(
                    CompileErrors.sharedSetting(first, second, setting),
                    schedule ? second.origin().name() : second.origin().binding());
        }
        // Whoever subscribes to anything else gets all of it.
        if (one.equals(other) && isQueue(first) && isQueue(second)) {
            report.error(CompileErrors.sameQueue(first, second), second.origin().binding());
        }
    }

    /** The logical name for which there is a setting; a schedule has the function's. */
    private static Optional<String> sourceName(DeclaredFunction function) {
        return function.binding() instanceof ScheduleBinding
                ? Optional.of(function.name())
                : function.source().map(SourceBinding::source);
    }

    private static boolean isQueue(DeclaredFunction function) {
        return function.binding() instanceof MessageBinding messages && messages.kind() == Kind.QUEUE;
    }
}
