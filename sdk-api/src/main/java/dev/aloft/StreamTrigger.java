package dev.aloft;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Binds a function to the records of a stream, in order within each partition: {@code @StreamTrigger("clicks")}.
 *
 * <p>It stands on a public class that implements {@link MessageHandler} or {@link BatchHandler}, or on a public method of a public
 * class with the same parameters and result. Mistakes are compile errors at the annotation. It means Kinesis and Kafka on AWS; Event Hubs or, by the compiler option {@code aloft.azure.bindings}, Kafka on Azure; Pub/Sub, in order by ordering key, on Google.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.CLASS)
public @interface StreamTrigger {
    /**
     * The stream's logical name: a letter, then up to 79 letters, digits, hyphens, dots or underscores. Where the platform's name is
     * another one, the setting {@code ALOFT_SOURCE_<NAME>} has it, for example {@code ALOFT_SOURCE_ORDERS=prod-orders-eu}.
     *
     * @return the name
     */
    String value();
}
