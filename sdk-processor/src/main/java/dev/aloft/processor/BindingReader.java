package dev.aloft.processor;

import dev.aloft.AloftException;
import dev.aloft.StorageEvent;
import dev.aloft.spi.Binding;
import dev.aloft.spi.ChangeBinding;
import dev.aloft.spi.Cron;
import dev.aloft.spi.EventBinding;
import dev.aloft.spi.HttpBinding;
import dev.aloft.spi.MessageBinding;
import dev.aloft.spi.RoutePattern;
import dev.aloft.spi.ScheduleBinding;
import dev.aloft.spi.SourceNames;
import dev.aloft.spi.StorageBinding;
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
            case QUEUE -> source(trigger).map(source -> new MessageBinding(MessageBinding.Kind.QUEUE, source));
            case TOPIC -> source(trigger).map(source -> new MessageBinding(MessageBinding.Kind.TOPIC, source));
            case STREAM -> source(trigger).map(source -> new MessageBinding(MessageBinding.Kind.STREAM, source));
            case EVENT -> events(trigger.annotation());
            case STORAGE -> source(trigger).flatMap(source -> storage(trigger.annotation(), source));
            case SCHEDULE -> schedule(trigger.annotation());
            case CHANGE -> source(trigger).map(ChangeBinding::new);
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

    private Optional<String> source(WrittenTrigger trigger) {
        String source = trigger.annotation().text("value").orElseThrow();
        String problem = SourceNames.problem(source);
        if (problem != null) {
            report.error(problem, trigger.bindingPlace());
            return Optional.empty();
        }
        return Optional.of(source);
    }

    private Optional<StorageBinding> storage(WrittenAnnotation trigger, String source) {
        List<StorageEvent.Kind> kinds = trigger.list("kinds").stream()
                .map(value -> WrittenAnnotation.constant(value).orElseThrow())
                .map(StorageEvent.Kind::valueOf)
                .distinct()
                .toList();
        try {
            return Optional.of(new StorageBinding(source, kinds));
        } catch (AloftException e) {
            report.error(e.getMessage(), trigger.place("kinds"));
            return Optional.empty();
        }
    }

    private Optional<ScheduleBinding> schedule(WrittenAnnotation trigger) {
        String cron = trigger.text("cron").orElseThrow();
        String zone = trigger.text("zone").orElseThrow();
        Place place = trigger.place("cron");
        try {
            Cron.parse(cron);
            place = trigger.place("zone");
            Cron.zone(zone);
            return Optional.of(new ScheduleBinding(cron, zone));
        } catch (AloftException e) {
            report.error(e.getMessage(), place);
            return Optional.empty();
        }
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
