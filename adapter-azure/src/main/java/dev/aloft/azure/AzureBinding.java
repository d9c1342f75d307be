package dev.aloft.azure;

import com.microsoft.azure.functions.annotation.CustomBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which binding of a {@code function.json} a parameter of {@link AzureEntryPoint} takes: {@code @AzureBinding(name = "message")}.
 *
 * <p>The worker matches the name alone; which trigger it belongs to stands in the {@code function.json}. So one annotation serves
 * every kind of trigger, also those that are younger than the worker's own annotations.
 *
 * @see <a
 *     href="https://learn.microsoft.com/java/api/com.microsoft.azure.functions.annotation.custombinding">CustomBinding</a>
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@CustomBinding(direction = "in", name = "", type = "")
public @interface AzureBinding {
    /**
     * The binding's name.
     *
     * @return for example {@code message}
     */
    String name();
}
