package dev.aloft.local.junit;

import dev.aloft.local.LocalFunctions;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives each test of a class functions of its own, as parameters of its methods or of the constructor.
 *
 * <pre>{@code
 * @AloftTest
 * class ShipOrderTest {
 *     @Test
 *     void nothingIsLeftOver(LocalFunctions shop) {
 *         shop.queue("orders").send(new Order("o-1", 3));
 *
 *         shop.deliverAll();
 *
 *         assertThat(shop.queue("orders").deadLetters()).isEmpty();
 *     }
 * }
 * }</pre>
 *
 * <p>A parameter is a {@link LocalFunctions}, a {@link dev.aloft.local.LocalHttp} as its client, a {@link
 * java.time.Clock} or {@link java.time.InstantSource} that goes by the time of the functions, or the {@link CapturedOutput}. All of one
 * test belong together. What is taken in a {@code @BeforeAll} method, or in the constructor of a class with one instance for
 * all tests, is shared by the tests of the class, and by those nested in it.
 *
 * <p>Nested classes have what the classes around them say; an annotation of their own changes it item by item. It can be put on an
 * annotation of the application's own, and goes with parallel, parameterized, repeated and dynamic tests.
 *
 * <p>Without {@link #value()} and without {@link FunctionsUnderTest} the functions are those of the application's index. What is
 * printed during a test is kept from the console unless the test fails; see {@link CapturedOutput}. Then the seed, what happened, and how to
 * play it again are printed, too. A test in which a function leaves work running after its return fails, see {@link #mayLeaveWork()}.
 * {@link EveryProfile} runs a class under each platform. It takes JUnit 5.13 or later.
 */
@Documented
@ExtendWith(AloftExtension.class)
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@SuppressWarnings("exports") // JUnit is the business of whoever uses this
@Target(ElementType.TYPE)
public @interface AloftTest {
    /**
     * The classes whose functions are there, for example {@code @AloftTest(Orders.class)}; none for all functions. They are those
     * classes' functions in the index, so ALOFT-151 fails a test that names a class without any.
     *
     * @return the classes that carry the triggers
     */
    Class<?>[] value() default {};

    /**
     * The platform that is played, for example {@code aws}; see {@link LocalFunctions#withProfile}.
     *
     * @return the profile's name; empty for that of {@code -Daloft.profile}, else {@code strict}
     */
    String profile() default "";

    /**
     * What chance follows from: who delivers twice, when and to which instance. A test that has failed tells its seed; here, or on a
     * nested class of its own, it stays. Without one each test, and each invocation of a repeated or parameterized one, has its own, which
     * is the same in every run.
     *
     * @return the seed; 0 for that of {@code -Daloft.seed}, else the test's own
     */
    long seed() default 0;

    /**
     * Settings in place of the environment, for example {@code "WAREHOUSE_URL=http://localhost:1/"}. Without them there are none, so
     * that a test is the same on every machine. Those of a nested class come on top; one that is no {@code NAME=value} is ALOFT-150.
     *
     * @return the settings, each as {@code NAME=value}
     */
    String[] settings() default {};

    /**
     * When the time of the functions begins, for example {@code 2026-03-29T00:30:00Z}; ALOFT-154 if it is no such time.
     *
     * @return the moment; empty for 1 January 2026 at midnight UTC
     */
    String startingAt() default "";

    /**
     * Whether a test passes although a function has left work running after its return. On a platform such work stands still or is lost,
     * so the test fails with ALOFT-155. It is for threads that may do so, for example one of a client that closes idle connections; for
     * nested classes, too.
     *
     * @return true to let it be
     */
    boolean mayLeaveWork() default false;
}
