package dev.aloft;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets a function run by the clock: {@code @ScheduleTrigger(cron = "30 3 * * MON-FRI", zone = "Europe/Berlin")}.
 *
 * <p>It stands on a public class that implements {@link ScheduleHandler}, or on a public method of a public class with the same
 * parameters. Mistakes are compile errors at the annotation. It means EventBridge rules and EventBridge Scheduler on AWS, the timer
 * trigger on Azure, Cloud Scheduler on Google.
 *
 * <p>The schedule has the function's name; where the platform's rule, schedule, job or topic is called otherwise, the setting
 * {@code ALOFT_SOURCE_<FUNCTION>} has its name, for example {@code ALOFT_SOURCE_CLEAN_UP=prod-clean-up}.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.CLASS)
public @interface ScheduleTrigger {
    /**
     * When it runs: minute, hour, day of month, month, day of week, as in a crontab. Each is {@code *}, a number, a range
     * {@code 1-5}, a range with a step {@code 0-30/10} or {@code *}{@code /15}, or a list of these; months and days of the week have
     * names, too ({@code JAN} to {@code DEC}, {@code SUN} to {@code SAT}), and Sunday is 0 or 7. Only one of the two days may be
     * given, since platforms differ in whether both or one of them must match. Seconds, years, {@code ?}, {@code L}, {@code W},
     * {@code #} and {@code @daily} are compile errors, because not every platform has them.
     *
     * @return five fields
     */
    String cron();

    /**
     * The time zone by which the clock is read, for example {@code Europe/Berlin}. Where that clock is set forward or back, platforms
     * differ in whether a time that is left out or comes twice fires; here it is as {@link dev.aloft.spi.Cron#next} says. On Azure all
     * schedules of an application have one zone, see the compiler option {@code aloft.azure.timeZone}.
     *
     * @return an IANA time zone
     */
    String zone() default "UTC";
}
