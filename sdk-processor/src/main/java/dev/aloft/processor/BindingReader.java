package dev.aloft.processor;

import dev.aloft.AloftException;
import dev.aloft.spi.Binding;
import dev.aloft.spi.EventBinding;
import dev.aloft.spi.HttpBinding;
import dev.aloft.spi.MessageBinding;
import dev.aloft.spi.RoutePattern;
import dev.aloft.spi.SourceNames;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationValue;

/** Reads from a trigger what causes the function to run, and reports at the value what is wrong with it. */
final class BindingReader {
    private final Report report;

    BindingReader(Report report) {
        this.report = report;
    }

    Optional<? extends Binding> read(WrittenTrigger trigger) {
        return switch (trigger.trigger()) {
            case HTTP -> route(trigger).flatMap(route -> http(trigger.annotation(), route));
            case QUEUE -> messages(trigger, MessageBinding.Kind.QUEUE);
            case TOPIC -> messages(trigger, MessageBinding.Kind.TOPIC);
            case STREAM -> messages(trigger, MessageBinding.Kind.STREAM);
            case EVENT -> events(trigger.annotation());
        };
    }

    private Optional<RoutePattern> route(WrittenTrigger trigger) {
        try {
            return trigger.annotation().text("path").map(RoutePattern::parse);
        } catch (AloftException e) {
            report.error(e.getMessage(), trigger.bindingPlace());
            return Optional.empty();
        }
    }

    private Optional<HttpBinding> http(WrittenAnnotation trigger, RoutePattern route) {
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

    private Optional<MessageBinding> messages(WrittenTrigger trigger, MessageBinding.Kind kind) {
        String source = trigger.annotation().text("value").orElseThrow();
        String problem = SourceNames.problem(source);
        if (problem != null) {
            report.error(problem, trigger.bindingPlace());
            return Optional.empty();
        }
        return Optional.of(new MessageBinding(kind, source));
    }

    private Optional<EventBinding> events(WrittenAnnotation trigger) {
        List<String> types = new ArrayList<>();
        for (AnnotationValue value : trigger.list("type")) {
            String type = WrittenAnnotation.text(value).orElseThrow();
            if (type.isBlank() || types.contains(type)) {
                report.error(
                        type.isBlank() ? CompileErrors.blankType() : CompileErrors.typeTwice(type),
                        trigger.place("type", value));
                return Optional.empty();
            }
            types.add(type);
        }
        return Optional.of(new EventBinding(types, trigger.text("source").orElseThrow()));
    }
}
