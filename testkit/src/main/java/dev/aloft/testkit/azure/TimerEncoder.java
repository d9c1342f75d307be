package dev.aloft.testkit.azure;

import dev.aloft.ScheduleEvent;
import dev.aloft.runtime.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/**
 * Firings as the timer trigger gives them to the host: {@code TimerEncoder.encode(firing)}. The occurrence that runs is the next one of
 * the schedule's status; the status is null where the planned time is not known. Name and id of the firing are not told.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-functions/functions-bindings-timer#usage">timer trigger</a>
 */
public final class TimerEncoder {
    private static final Duration DAY = Duration.ofDays(1);

    private TimerEncoder() {}

    /**
     * One firing.
     *
     * @param event the firing; late is past due
     * @return the trigger
     */
    public static AzureTrigger encode(ScheduleEvent event) {
        JsonWriter json = new JsonWriter();
        json.beginObject();
        json.name("Schedule").beginObject().name("AdjustForDST").bool(true).endObject();
        json.name("ScheduleStatus");
        if (event.scheduledAt().isPresent()) {
            Instant next = event.scheduledAt().get();
            json.beginObject();
            time(json, "Last", next.minus(DAY));
            time(json, "Next", next);
            time(json, "LastUpdated", next.minus(DAY));
            json.endObject();
        } else {
            json.nullValue();
        }
        json.name("IsPastDue").bool(event.isLate());
        return AzureTrigger.of("timerTrigger", json.endObject().toByteArray());
    }

    private static void time(JsonWriter json, String name, Instant time) {
        json.name(name).raw(DotNetJson.offsetTime(time).getBytes(StandardCharsets.UTF_8));
    }
}
