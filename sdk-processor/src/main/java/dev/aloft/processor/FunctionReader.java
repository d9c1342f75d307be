package dev.aloft.processor;

import dev.aloft.processor.DeclaredFunction.Origin;
import dev.aloft.processor.DeclaredFunction.Target;
import dev.aloft.spi.Binding;
import dev.aloft.spi.FunctionNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Turns a class of the source into functions, and reports at the annotation what is wrong with one of them by itself. */
final class FunctionReader {
    private final Elements elements;
    private final ClassRules classes;
    private final HandlerReader handlers;
    private final BindingReader bindings;
    private final Report report;

    FunctionReader(Elements elements, Types types, Report report) {
        this.elements = elements;
        this.classes = new ClassRules(elements);
        this.handlers = new HandlerReader(elements, types, report);
        this.bindings = new BindingReader(report);
        this.report = report;
    }

    List<DeclaredFunction> read(FunctionClass source, boolean handlerFactory) {
        String type = source.type().getQualifiedName().toString();
        source.namesWithoutTrigger()
                .forEach((element, name) ->
                        report.error(CompileErrors.nameWithoutTrigger(described(type, element)), name.place()));
        Map<Element, List<WrittenTrigger>> triggered = source.triggered();
        if (triggered.isEmpty()) {
            return List.of();
        }
        WrittenTrigger first = triggered.values().iterator().next().get(0);
        Optional<String> problem = problem(source, first.trigger(), handlerFactory);
        if (problem.isPresent()) {
            report.error(problem.get(), first.place());
            return List.of();
        }
        List<DeclaredFunction> functions = new ArrayList<>();
        triggered.forEach(
                (element, triggers) -> function(source, element, triggers).ifPresent(functions::add));
        return functions;
    }

    private Optional<String> problem(FunctionClass source, Trigger first, boolean handlerFactory) {
        Optional<String> problem = classes.problem(source.type(), first, handlerFactory);
        Map<Element, List<WrittenTrigger>> triggered = source.triggered();
        if (problem.isPresent() || !triggered.containsKey(source.type()) || triggered.size() == 1) {
            return problem;
        }
        Map.Entry<Element, List<WrittenTrigger>> method =
                List.copyOf(triggered.entrySet()).get(1);
        return Optional.of(CompileErrors.classAndMethod(
                source.type().getQualifiedName().toString(),
                first,
                method.getKey().getSimpleName().toString(),
                method.getValue().get(0).trigger()));
    }

    private Optional<DeclaredFunction> function(FunctionClass source, Element element, List<WrittenTrigger> triggers) {
        String type = source.type().getQualifiedName().toString();
        WrittenTrigger trigger = triggers.get(0);
        if (triggers.size() > 1) {
            WrittenTrigger second = triggers.get(1);
            report.error(
                    CompileErrors.twoTriggers(described(type, element), trigger.trigger(), second.trigger()),
                    second.place());
            return Optional.empty();
        }
        Optional<Handling> handling = element instanceof ExecutableElement method
                ? handlers.ofMethod(type, method, trigger)
                : handlers.ofClass(source.type(), trigger);
        return handling.flatMap(found -> function(source, element, trigger, found));
    }

    private Optional<DeclaredFunction> function(
            FunctionClass source, Element element, WrittenTrigger trigger, Handling handling) {
        Optional<WrittenAnnotation> written = source.functionName(element);
        Place namePlace = written.map(name -> name.place("value")).orElseGet(trigger::place);
        String name = written.flatMap(annotation -> annotation.text("value"))
                .orElseGet(() -> FunctionNames.kebabCase(element.getSimpleName().toString()));
        String problem = FunctionNames.problem(name);
        if (problem != null) {
            report.error(problem, namePlace);
        }
        Optional<? extends Binding> binding = bindings.read(trigger);
        if (problem != null || binding.isEmpty()) {
            return Optional.empty();
        }
        Origin origin = new Origin(namePlace, trigger.bindingPlace());
        return Optional.of(new DeclaredFunction(name, binding.get(), target(source, element, handling), origin));
    }

    private Target target(FunctionClass source, Element element, Handling handling) {
        Set<String> warnings = new TreeSet<>(handling.warnings());
        if (classes.isDeprecated(source.type()) || elements.isDeprecated(element)) {
            warnings.addAll(List.of("deprecation", "removal"));
        }
        boolean method = element instanceof ExecutableElement;
        return new Target(
                classes.handlerClass(source.type()),
                method ? element.getSimpleName().toString() : null,
                new Handling(handling.kind(), handling.payload(), warnings));
    }

    private static String described(String type, Element element) {
        return element instanceof ExecutableElement
                ? "The method " + type + "." + element.getSimpleName()
                : "The class " + type;
    }
}
