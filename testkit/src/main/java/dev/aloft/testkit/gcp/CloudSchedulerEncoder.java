package dev.aloft.testkit.gcp;

import dev.aloft.Event;
import dev.aloft.Headers;
import dev.aloft.ScheduleEvent;
import java.nio.charset.StandardCharsets;

/**
 * Cloud Scheduler with an HTTP target, or through Eventarc: {@code CloudSchedulerEncoder.request(firing)} is the request of the job
 * that is the firing's schedule. A job with a Pub/Sub target is a message of {@link PubSubEncoder}, which nothing marks.
 *
 * <p>The time at which it fires is told by nobody, nor is an attempt.
 *
 * @see <a href="https://docs.cloud.google.com/scheduler/docs/reference/rest/v1/projects.locations.jobs#HttpTarget">HTTP target</a>
 */
public final class CloudSchedulerEncoder {
    private CloudSchedulerEncoder() {}

    /**
     * The request for one firing.
     *
     * @param firing the firing; its id is made of its name and the time for which it was planned
     * @return the request
     */
    public static GoogleRequest request(ScheduleEvent firing) {
        Headers.Builder headers = Headers.builder();
        headers.add("user-agent", "Google-Cloud-Scheduler");
        headers.add("x-cloudscheduler", "true");
        headers.add("x-cloudscheduler-jobname", firing.schedule());
        firing.scheduledAt().ifPresent(time -> headers.add("x-cloudscheduler-scheduletime", time.toString()));
        headers.add("content-type", "application/octet-stream");
        return new GoogleRequest(headers.build(), "{}".getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The CloudEvent for one firing, which does not tell the time for which it was planned.
     *
     * @param firing the firing
     * @return the CloudEvent
     */
    public static Event event(ScheduleEvent firing) {
        return Event.builder(
                        firing.id(),
                        "//cloudscheduler.googleapis.com/projects/p/locations/l/jobs/" + firing.schedule(),
                        "google.cloud.scheduler.job.v1.executed")
                .time(firing.firedAt())
                .data("{\"customData\":\"e30=\"}".getBytes(StandardCharsets.UTF_8), "application/json")
                .build();
    }
}
