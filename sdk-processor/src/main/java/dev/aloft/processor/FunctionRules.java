package dev.aloft.processor;

import dev.aloft.spi.HttpBinding;
import dev.aloft.spi.MessageBinding;
import dev.aloft.spi.MessageBinding.Kind;
import dev.aloft.spi.SourceNames;
import java.util.List;

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
        if (first.binding() instanceof MessageBinding one && second.binding() instanceof MessageBinding other) {
            checkSources(first, one, second, other);
        }
    }

    private void checkSources(
            DeclaredFunction first, MessageBinding one, DeclaredFunction second, MessageBinding other) {
        String setting = SourceNames.setting(one.source());
        if (!one.source().equals(other.source())) {
            if (setting.equals(SourceNames.setting(other.source()))) {
                report.error(
                        CompileErrors.sharedSetting(first, second, setting),
                        second.origin().binding());
            }
        } else if (one.kind() == Kind.QUEUE && other.kind() == Kind.QUEUE) {
            report.error(CompileErrors.sameQueue(first, second), second.origin().binding());
        }
    }
}
