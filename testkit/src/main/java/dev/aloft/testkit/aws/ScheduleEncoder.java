package dev.aloft.testkit.aws;

import dev.aloft.ScheduleEvent;

/**
 * EventBridge, as it fires a rule or one of Scheduler's schedules. Of a firing it tells id, name and the time for which it was planned.
 *
 * <pre>{@code
 * byte[] event = ScheduleEncoder.scheduler().encode(ScheduleEvent.builder("clean-up", Instant.now()).id("e-1").build());
 * }</pre>
 *
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-rule-schedule.html">rules</a>
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-eventbridge-scheduler.html">EventBridge Scheduler</a>
 */
public final class ScheduleEncoder {
    private final boolean scheduler;

    private ScheduleEncoder(boolean scheduler) {
        this.scheduler = scheduler;
    }

    /** Rules of EventBridge that fire by the clock. */
    public static ScheduleEncoder rule() {
        return new ScheduleEncoder(false);
    }

    /** Schedules of EventBridge Scheduler without an input of their own. */
    public static ScheduleEncoder scheduler() {
        return new ScheduleEncoder(true);
    }

    /**
     * The event of a firing.
     *
     * @param event the firing
     * @return compact JSON in UTF-8, its fields in the order in which AWS writes them
     */
    public byte[] encode(ScheduleEvent event) {
        String arn = scheduler
                ? MessageFields.arn("scheduler", "schedule/default/" + event.schedule())
                : MessageFields.arn("events", "rule/" + event.schedule());
        return EventFields.object(json -> {
            json.name("version").string("0");
            json.name("id").string(event.id());
            json.name("detail-type").string("Scheduled Event");
            json.name("source").string(scheduler ? "aws.scheduler" : "aws.events");
            json.name("account").string(MessageFields.ACCOUNT);
            event.scheduledAt().ifPresent(time -> json.name("time").string(time.toString()));
            json.name("region").string(MessageFields.REGION);
            json.name("resources").beginArray().string(arn).endArray();
            if (scheduler) {
                json.name("detail").string("{}");
            } else {
                json.name("detail").beginObject().endObject();
            }
        });
    }
}
