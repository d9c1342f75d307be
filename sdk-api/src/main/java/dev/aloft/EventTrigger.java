package dev.aloft;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Binds a function to events that have no trigger of their own: {@code @EventTrigger(type = "com.acme.order.placed")}.
 *
 * <p>It stands on a public class that implements {@link EventHandler}, or on a public method of a public class with the same
 * parameters. It means EventBridge events, and native events that Aloft does not model, on AWS; custom events of Event Grid on Azure;
 * any CloudEvent on Google. HTTP requests, messages, and whatever else has a trigger of its own never come this way.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.CLASS)
public @interface EventTrigger {
    /**
     * The event types that the function takes, compared with case: a CloudEvent's {@code type}, EventBridge's {@code detail-type},
     * Event Grid's {@code eventType}, or for other native AWS events their source, for example {@code aws:ses}.
     *
     * @return one or more types; without one the function takes every type
     */
    String[] type() default {};

    /**
     * The event source that the function takes, compared with case, for example {@code //storage.googleapis.com/projects/_/buckets/b}
     * or {@code com.acme.shop}.
     *
     * @return the source; empty for every source
     */
    String source() default "";
}
