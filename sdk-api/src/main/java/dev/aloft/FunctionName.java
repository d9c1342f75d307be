package dev.aloft;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names a function: {@code @FunctionName("place-order")}. Without it the name is the class's (or method's) in kebab case,
 * for example {@code place-order} for {@code PlaceOrder}.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.CLASS)
public @interface FunctionName {
    /**
     * The name: a letter, then up to 127 letters, digits, hyphens or underscores. It is unique without case, is not
     * {@code host} and does not end in {@code lib}, since Azure reserves these.
     *
     * @return the name
     */
    String value();
}
