package dev.aloft.processor;

import java.util.List;
import javax.lang.model.element.AnnotationValue;

/** A trigger annotation as it stands in the source. */
record WrittenTrigger(Trigger trigger, WrittenAnnotation annotation) {
    Place place() {
        return annotation.place();
    }

    /** Where that stands which causes the function to run. */
    Place bindingPlace() {
        return annotation.place(trigger.member());
    }

    /** Whether all constants can be resolved; what is missing may be generated in the next round. */
    boolean isComplete() {
        return switch (trigger) {
            case HTTP -> hasText("path") && hasTexts("method");
            case QUEUE, TOPIC, STREAM, CHANGE -> hasText("value");
            case STORAGE ->
                hasText("value")
                        && annotation.list("kinds").stream()
                                .allMatch(
                                        kind -> WrittenAnnotation.constant(kind).isPresent());
            case SCHEDULE -> hasText("cron") && hasText("zone");
            case EVENT -> hasTexts("type") && hasText("source");
        };
    }

    private boolean hasText(String member) {
        return annotation.text(member).isPresent();
    }

    private boolean hasTexts(String member) {
        List<AnnotationValue> values = annotation.list(member);
        return values.stream().allMatch(value -> WrittenAnnotation.text(value).isPresent());
    }
}
