package dev.aloft;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Binds a function to HTTP requests: {@code @HttpTrigger(method = "POST", path = "/orders/{customer}")}.
 *
 * <p>It stands on a public class that implements {@link HttpHandler}, or on a public method of a public class with the
 * same parameters and result as {@link HttpHandler#handle}. Mistakes are compile errors at the annotation.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.CLASS)
public @interface HttpTrigger {
    /**
     * The request methods, in upper case; a function for {@code GET} also answers {@code HEAD}.
     *
     * @return one or more of GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS
     */
    String[] method() default "GET";

    /**
     * The path, beginning with a slash. A segment is literal text ({@code orders}), one parameter ({@code {id}}) or, as the
     * last one, all the rest ({@code {path...}}). The most specific route wins: {@code /orders/latest} before {@code
     * /orders/{id}} before {@code /orders/{path...}}.
     *
     * @return the route
     */
    String path();
}
