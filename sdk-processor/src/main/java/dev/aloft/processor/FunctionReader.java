package dev.aloft.processor;

import dev.aloft.AloftException;
import dev.aloft.processor.DeclaredFunction.Origin;
import dev.aloft.processor.DeclaredFunction.Target;
import dev.aloft.spi.FunctionNames;
import dev.aloft.spi.HttpBinding;
import dev.aloft.spi.RoutePattern;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Turns a class of the source into functions, and reports at the annotation what is wrong with one of them by itself. */
final class FunctionReader {
    private final Elements elements;
    private final ClassRules classes;
    private final MethodRules methods;
    private final Report report;

    FunctionReader(Elements elements, Types types, Report report) {
        this.elements = elements;
        this.classes = new ClassRules(elements, types);
        this.methods = new MethodRules(types);
        this.report = report;
    }

    List<DeclaredFunction> read(FunctionClass source, boolean handlerFactory) {
        String type = source.type().getQualifiedName().toString();
        source.namesWithoutTrigger()
                .forEach((element, name) ->
                        report.error(CompileErrors.nameWithoutTrigger(described(type, element)), name.place()));
        Optional<WrittenAnnotation> own = source.trigger();
        Map<ExecutableElement, WrittenAnnotation> triggered = source.triggeredMethods();
        if (own.isEmpty() && triggered.isEmpty()) {
            return List.of();
        }
        WrittenAnnotation first =
                own.orElseGet(() -> triggered.values().iterator().next());
        Optional<String> problem = problem(source, handlerFactory);
        if (problem.isPresent()) {
            report.error(problem.get(), first.place());
            return List.of();
        }
        List<DeclaredFunction> functions = new ArrayList<>();
        own.flatMap(trigger -> function(source, source.type(), trigger)).ifPresent(functions::add);
        triggered.forEach((method, trigger) -> method(source, method, trigger).ifPresent(functions::add));
        return functions;
    }

    private Optional<String> problem(FunctionClass source, boolean handlerFactory) {
        String type = source.type().getQualifiedName().toString();
        Optional<String> problem = classes.problem(source.type(), handlerFactory);
        if (problem.isPresent() || source.trigger().isEmpty()) {
            return problem;
        }
        Optional<ExecutableElement> method =
                source.triggeredMethods().keySet().stream().findFirst();
        if (method.isPresent()) {
            return Optional.of(CompileErrors.classAndMethod(
                    type, method.get().getSimpleName().toString()));
        }
        return classes.implementsHandler(source.type()) ? Optional.empty() : Optional.of(CompileErrors.noHandler(type));
    }

    private Optional<DeclaredFunction> method(
            FunctionClass source, ExecutableElement method, WrittenAnnotation trigger) {
        Optional<String> problem =
                methods.problem(source.type().getQualifiedName().toString(), method);
        if (problem.isPresent()) {
            report.error(problem.get(), trigger.place());
            return Optional.empty();
        }
        return function(source, method, trigger);
    }

    private Optional<DeclaredFunction> function(FunctionClass source, Element element, WrittenAnnotation trigger) {
        Optional<WrittenAnnotation> written = source.functionName(element);
        Place namePlace = written.map(name -> name.place("value")).orElseGet(trigger::place);
        String name = written.flatMap(annotation -> annotation.text("value"))
                .orElseGet(() -> FunctionNames.kebabCase(element.getSimpleName().toString()));
        String problem = FunctionNames.problem(name);
        if (problem != null) {
            report.error(problem, namePlace);
        }
        Optional<HttpBinding> binding = route(trigger).flatMap(route -> binding(trigger, route));
        if (problem != null || binding.isEmpty()) {
            return Optional.empty();
        }
        Origin origin = new Origin(namePlace, trigger.place("path"));
        return Optional.of(new DeclaredFunction(name, binding.get(), target(source, element), origin));
    }

    private Target target(FunctionClass source, Element element) {
        HandlerClass type = classes.handlerClass(source.type());
        boolean deprecated = classes.isDeprecated(source.type()) || elements.isDeprecated(element);
        boolean method = element instanceof ExecutableElement;
        return new Target(type, method ? element.getSimpleName().toString() : null, deprecated);
    }

    private Optional<RoutePattern> route(WrittenAnnotation trigger) {
        try {
            return trigger.text("path").map(RoutePattern::parse);
        } catch (AloftException e) {
            report.error(e.getMessage(), trigger.place("path"));
            return Optional.empty();
        }
    }

    private Optional<HttpBinding> binding(WrittenAnnotation trigger, RoutePattern route) {
        Set<String> distinct = new LinkedHashSet<>();
        Place place = trigger.place("method");
        try {
            for (AnnotationValue value : trigger.list("method")) {
                place = trigger.place("method", value);
                distinct.addAll(
                        new HttpBinding(List.of(WrittenAnnotation.text(value).orElseThrow()), route).methods());
            }
            return Optional.of(new HttpBinding(List.copyOf(distinct), route));
        } catch (AloftException e) {
            report.error(e.getMessage(), place);
            return Optional.empty();
        }
    }

    private static String described(String type, Element element) {
        return element instanceof ExecutableElement
                ? "The method " + type + "." + element.getSimpleName()
                : "The class " + type;
    }
}
