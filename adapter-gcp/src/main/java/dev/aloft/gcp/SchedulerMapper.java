package dev.aloft.gcp;

import dev.aloft.Event;
import dev.aloft.Headers;
import dev.aloft.ScheduleEvent;
import dev.aloft.runtime.DeliveryItem;
import dev.aloft.runtime.IsoTime;
import dev.aloft.runtime.Origin;
import java.time.Instant;

/**
 * Firings of Cloud Scheduler: requests to an HTTP target, whose body is the job's, and events. Those that come through Pub/Sub are
 * messages like any other (see {@link PubSubMapper}).
 *
 * <p>The time for which a firing was planned is told by requests of jobs with a cron expression only.
 *
 * @see <a href="https://docs.cloud.google.com/scheduler/docs/reference/rest/v1/projects.locations.jobs#HttpTarget">HTTP target</a> and
 *     <a href="https://docs.cloud.google.com/eventarc/docs/reference/supported-events">the events of Eventarc</a>
 */
final class SchedulerMapper {
    static final String EVENT_TYPE = "google.cloud.scheduler.job.v1.executed";
    static final String MARK = "x-cloudscheduler";
    static final String JOB = "x-cloudscheduler-jobname";
    private static final String SERVICE = "Cloud Scheduler";
    private static final String HOST = "//cloudscheduler.googleapis.com/";
    private static final String TIME = "x-cloudscheduler-scheduletime";

    private SchedulerMapper() {}

    static Arrival request(Headers headers, byte[] body) {
        String job = SenderHeaders.only(headers, JOB);
        if (job == null || last(job).isBlank()) {
            throw GoogleErrors.unreadable(SERVICE, "there is no " + JOB);
        }
        String text = SenderHeaders.only(headers, TIME);
        Instant planned = IsoTime.parse(text);
        if (text != null && planned == null) {
            throw GoogleErrors.unreadable(SERVICE, "the planned time is none of RFC 3339");
        }
        return arrival(job, ScheduleEvent.builder(last(job), Instant.now()).scheduledAt(planned), body);
    }

    static Arrival event(Event event, byte[] raw) {
        String source = event.source();
        if (!source.startsWith(HOST)
                || !source.contains("/jobs/")
                || last(source).isBlank()) {
            throw GoogleErrors.unreadable(SERVICE, "the CloudEvent's source is no job");
        }
        ScheduleEvent.Builder firing =
                ScheduleEvent.builder(last(source), Instant.now()).id(event.id());
        return arrival(source.substring(HOST.length()), firing, raw);
    }

    private static Arrival arrival(String job, ScheduleEvent.Builder firing, byte[] raw) {
        return new Arrival(
                Origin.schedule("google:cloud-scheduler", last(job), job),
                DeliveryItem.of(firing.raw(raw).build()));
    }

    private static String last(String job) {
        return job.substring(job.lastIndexOf('/') + 1);
    }
}
