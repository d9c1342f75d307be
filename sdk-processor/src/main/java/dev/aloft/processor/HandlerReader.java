package dev.aloft.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Finds out how a class or method with a trigger is called, and reports at the annotation why it cannot be. */
final class HandlerReader {
    private final Types types;
    private final PayloadReader payloads;
    private final Report report;

    HandlerReader(Elements elements, Types types, Report report) {
        this.types = types;
        this.payloads = new PayloadReader(elements, types);
        this.report = report;
    }

    Optional<Handling> ofClass(TypeElement type, WrittenTrigger trigger) {
        String name = type.getQualifiedName().toString();
        List<HandlerKind> fitting = new ArrayList<>();
        List<HandlerKind> other = new ArrayList<>();
        for (HandlerKind kind : HandlerKind.values()) {
            if (handlerType(type.asType(), kind).isPresent()) {
                (trigger.trigger().handlers().contains(kind) ? fitting : other).add(kind);
            }
        }
        if (fitting.size() > 1) {
            return refused(CompileErrors.twoHandlers(name), trigger);
        }
        if (fitting.isEmpty()) {
            return refused(
                    other.isEmpty()
                            ? CompileErrors.noHandler(name, trigger.trigger())
                            : CompileErrors.otherHandler(name, trigger.trigger(), other.get(0)),
                    trigger);
        }
        HandlerKind kind = fitting.get(0);
        List<? extends TypeMirror> arguments =
                handlerType(type.asType(), kind).orElseThrow().getTypeArguments();
        return handling(name, kind, arguments, trigger);
    }

    Optional<Handling> ofMethod(String owner, ExecutableElement method, WrittenTrigger trigger) {
        Optional<String> problem = MethodRules.problem(owner, method, trigger.trigger());
        if (problem.isPresent()) {
            return refused(problem.get(), trigger);
        }
        HandlerKind kind = MethodRules.kind(method, trigger.trigger()).orElseThrow();
        return handling(owner + "." + method.getSimpleName(), kind, MethodRules.payload(method, kind), trigger);
    }

    private Optional<Handling> handling(
            String function, HandlerKind kind, List<? extends TypeMirror> arguments, WrittenTrigger trigger) {
        if (!kind.isTyped()) {
            return Optional.of(new Handling(kind, null, Set.of()));
        }
        Optional<String> problem = payloads.problem(function, kind, arguments);
        if (problem.isPresent()) {
            return refused(problem.get(), trigger);
        }
        TypeMirror payload = arguments.get(0);
        return Optional.of(new Handling(kind, payloads.name(payload), payloads.warnings(payload)));
    }

    private Optional<Handling> refused(String problem, WrittenTrigger trigger) {
        report.error(problem, trigger.place());
        return Optional.empty();
    }

    /** The handler interface among the supertypes, with the type arguments that it has there. */
    private Optional<DeclaredType> handlerType(TypeMirror type, HandlerKind kind) {
        for (TypeMirror supertype : types.directSupertypes(type)) {
            Optional<DeclaredType> found = MethodRules.is(supertype, kind.interfaceName())
                    ? Optional.of((DeclaredType) supertype)
                    : handlerType(supertype, kind);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
