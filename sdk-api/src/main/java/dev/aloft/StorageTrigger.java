package dev.aloft;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Binds a function to what happens to the objects of a bucket or container: {@code @StorageTrigger("uploads")}.
 *
 * <p>It stands on a public class that implements {@link StorageHandler}, or on a public method of a public class with the same
 * parameters. Mistakes are compile errors at the annotation. It means S3 on AWS, directly or by way of SQS, SNS or EventBridge; Blob
 * Storage on Azure, by Event Grid or by the compiler option {@code aloft.azure.bindings} by the blob trigger; Cloud Storage on Google.
 *
 * <p>Several functions may name one bucket; each hears of everything it asks for. S3 itself notifies one target of a kind of event, so
 * there such events go by way of SNS or EventBridge.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.CLASS)
public @interface StorageTrigger {
    /**
     * The bucket's or container's logical name: a letter, then up to 79 letters, digits, hyphens, dots or underscores. Where the
     * platform's name is another one, the setting {@code ALOFT_SOURCE_<NAME>} has it, for example
     * {@code ALOFT_SOURCE_UPLOADS=prod-uploads-eu}. Where a queue or topic hands the events over, it has the name of that.
     *
     * @return the name
     */
    String value();

    /**
     * What the function wants to hear of. An event of another kind is an error, since then the platform is told to send what nobody
     * handles.
     *
     * @return one or more kinds
     */
    StorageEvent.Kind[] kinds() default StorageEvent.Kind.CREATED;
}
