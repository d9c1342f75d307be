package dev.aloft.local.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs all tests of an {@link AloftTest} class, those of nested classes included, under one platform after the other.
 *
 * <pre>{@code
 * @AloftTest
 * @EveryProfile
 * class ShipOrderTest {
 *     @Test
 *     void shipsOnce(LocalFunctions shop) {
 *         shop.queue("shipments").send(new Shipment("o-1", "12 Mill Road"));
 *
 *         shop.deliverAll();
 *
 *         assertThat(shop.outcomes("ship-order").handled()).isEqualTo(1);
 *     }
 * }
 * }</pre>
 *
 * <p>It takes precedence over a profile that the class's own {@code @AloftTest} says; a nested class that says one keeps it.
 * {@code -Daloft.profile=aws} runs the class under that profile alone.
 */
@AloftTest
@ClassTemplate
@Documented
@ExtendWith(ProfileTurn.Provider.class)
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@SuppressWarnings("exports") // JUnit is the business of whoever uses this
@Target(ElementType.TYPE)
public @interface EveryProfile {
    /**
     * The platforms, in order.
     *
     * @return names as for {@link dev.aloft.local.LocalFunctions#withProfile(String)}; without them {@code strict} and the three clouds
     */
    String[] value() default {"strict", "aws", "azure", "gcp"};
}
