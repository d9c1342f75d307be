package dev.aloft;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Binds a function to the changes of a database's table or collection: {@code @ChangeTrigger("products")}.
 *
 * <p>It stands on a public class that implements {@link ChangeHandler}, or on a public method of a public class with the same
 * parameters. Mistakes are compile errors at the annotation. It means DynamoDB Streams and DocumentDB change streams on AWS; the Cosmos
 * DB change feed or, by the compiler option {@code aloft.azure.bindings}, SQL change tracking on Azure; Firestore, Firestore in
 * Datastore mode and the Realtime Database on Google.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.CLASS)
public @interface ChangeTrigger {
    /**
     * The table's or collection's logical name: a letter, then up to 79 letters, digits, hyphens, dots or underscores. Where the
     * platform's name is another one, the setting {@code ALOFT_SOURCE_<NAME>} has it, for example
     * {@code ALOFT_SOURCE_PRODUCTS=prod-products}.
     *
     * @return the name
     */
    String value();
}
