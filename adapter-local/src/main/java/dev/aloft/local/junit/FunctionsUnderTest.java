package dev.aloft.local.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the registry that an {@link AloftTest} takes in place of the application's index: a field or method of the test class, of any
 * visibility, whose type is a {@link dev.aloft.spi.FunctionIndex}.
 *
 * <pre>{@code
 * @AloftTest
 * class ShipOrderTest {
 *     private final ShipOrder handler = new ShipOrder();
 *
 *     @FunctionsUnderTest
 *     private final Functions functions = Functions.builder()
 *             .queue("ship-order", "shipments", Shipment.class, handler)
 *             .build();
 * }
 * }</pre>
 *
 * <p>JUnit makes an instance of the class for each test, so handlers in such fields are that test's own. A static field is shared by
 * all tests. A method may have parameters, for example the {@link java.time.Clock} that a handler is to use. A registry that cannot be
 * used fails the test with ALOFT-152.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD})
public @interface FunctionsUnderTest {}
