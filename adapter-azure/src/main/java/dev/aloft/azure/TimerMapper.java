package dev.aloft.azure;

import dev.aloft.ScheduleEvent;
import dev.aloft.runtime.DeliveryItem;
import dev.aloft.runtime.json.JsonException;
import dev.aloft.runtime.json.JsonReader;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A firing of a timer. The host tells the occurrence that it runs as the next one, since it moves on only after the call; what it has of
 * the last one is the run before.
 *
 * @see <a href="https://learn.microsoft.com/azure/azure-functions/functions-bindings-timer#usage">timer trigger</a>
 * @see <a
 *     href="https://github.com/Azure/azure-webjobs-sdk-extensions/blob/dev/src/WebJobs.Extensions/Extensions/Timers/Listener/TimerListener.cs">
 *     TimerListener</a>
 */
final class TimerMapper {
    /** An occurrence that is further ahead is not the one that runs: somebody has called the function by hand, or as the host starts. */
    private static final long AHEAD_SECONDS = 60;

    private TimerMapper() {}

    /**
     * Reads a firing.
     *
     * @param function the schedule's name, too
     * @param attempt less than 1 if nothing is counted
     */
    static DeliveryItem read(byte @Nullable [] timer, String function, int attempt) {
        if (timer == null) {
            throw AzureErrors.noMessage("no timer");
        }
        Instant now = Instant.now();
        ScheduleEvent.Builder firing = ScheduleEvent.builder(function, now);
        Instant planned = null;
        boolean told = false;
        try {
            JsonReader json = new JsonReader(timer);
            json.beginObject();
            while (json.hasNext()) {
                switch (json.name()) {
                    case "ScheduleStatus" -> planned = next(json);
                    case "IsPastDue" -> {
                        firing.late(json.bool());
                        told = true;
                    }
                    default -> json.skip();
                }
            }
            json.endObject();
            json.end();
        } catch (JsonException broken) {
            throw AzureErrors.noFiring(broken.reason());
        }
        if (!told) {
            throw AzureErrors.noFiring("it does not say whether it is past due.");
        }
        boolean known = planned != null && !planned.isAfter(now.plusSeconds(AHEAD_SECONDS));
        return DeliveryItem.of(firing.scheduledAt(known ? planned : null)
                .attempt(attempt)
                .raw(timer)
                .build());
    }

    /** Without a monitor there is no status; one that has not been set yet has the first day of all. */
    private static @Nullable Instant next(JsonReader json) {
        if (json.isNull()) {
            json.skip();
            return null;
        }
        Instant next = null;
        json.beginObject();
        while (json.hasNext()) {
            if (json.name().equals("Next")) {
                next = TriggerMetadata.asTime(TriggerMetadata.value(json));
            } else {
                json.skip();
            }
        }
        json.endObject();
        return next == null || next.isBefore(Instant.EPOCH) ? null : next;
    }
}
