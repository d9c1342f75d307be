package dev.aloft;

/**
 * A function that runs by the clock.
 *
 * <pre>{@code
 * @ScheduleTrigger(cron = "30 3 * * *")
 * public final class CleanUp implements ScheduleHandler {
 *     @Override
 *     public void handle(ScheduleEvent event, Context context) {
 *         orders.removeOlderThan(event.scheduledAt().orElse(event.firedAt()).minus(30, ChronoUnit.DAYS));
 *     }
 * }
 * }</pre>
 *
 * <p>One instance serves all firings of a process; two may overlap where one takes longer than the schedule's interval, so a handler
 * must be thread-safe. A firing may come more than once, late, or on some platforms not at all when the one before is still running.
 */
@FunctionalInterface
public interface ScheduleHandler {
    /**
     * Handles one firing.
     *
     * <p>Returning means done. Throwing means try this firing again, as often as the platform is told to; {@link Rejected} never
     * again, {@link RetryLater} not before some time. What each platform does is in {@code docs/delivery.md}.
     *
     * @param event which firing
     * @param context which function runs, where and for how long
     * @throws Exception whatever went wrong; it is logged with the event's id
     */
    void handle(ScheduleEvent event, Context context) throws Exception;
}
