package dev.aloft.gcp;

import com.google.cloud.functions.CloudEventsFunction;
import com.google.cloud.functions.HttpFunction;
import com.google.cloud.functions.HttpRequest;
import com.google.cloud.functions.HttpResponse;
import dev.aloft.AloftException;
import dev.aloft.Event;
import dev.aloft.Headers;
import dev.aloft.runtime.FunctionRuntime;
import io.cloudevents.CloudEvent;
import java.io.IOException;

/**
 * What Google's functions framework calls. The function target is {@code dev.aloft.gcp.GcpEntryPoint}:
 *
 * <pre>{@code
 * gcloud run deploy orders --source . --function dev.aloft.gcp.GcpEntryPoint --base-image java21
 * }</pre>
 *
 * <p>Several deployments of one jar serve one function each: the one that {@code ALOFT_FUNCTION} names, else the one that has the
 * service's name ({@code K_SERVICE}, which Cloud Run sets), else all. A service without HTTP functions takes every request as a
 * message or event: a CloudEvent in any mode, a Pub/Sub push, a task of Cloud Tasks, a job of Cloud Scheduler. It acknowledges with 204
 * what was handled; everything else is answered 500, or 503 with {@code Retry-After} where the function asked for a delay, so that Google delivers it
 * again. A service with HTTP functions takes every request as HTTP, whatever its headers say.
 *
 * <p>The framework creates one instance before it listens. An application that is put together wrongly makes that fail, and
 * the process ends with the coded message; so Google refuses the deployment instead of serving it. The instance is
 * thread-safe.
 *
 * @see <a href="https://cloud.google.com/functions/docs/writing/write-http-functions">HTTP functions</a> and <a
 *     href="https://github.com/GoogleCloudPlatform/functions-framework-java">the functions framework</a>
 */
public final class GcpEntryPoint implements HttpFunction, CloudEventsFunction {
    private final FunctionRuntime runtime;
    private final GoogleHost host;
    private final EventService events;

    /**
     * Finds the application's functions, as the framework needs it.
     *
     * @throws AloftException if the application is put together wrongly (ALOFT-101 to ALOFT-113)
     */
    public GcpEntryPoint() {
        this(FunctionRuntime.start("gcp", System.getenv()), GoogleHost.of(System.getenv(), System.out));
    }

    GcpEntryPoint(FunctionRuntime all, GoogleHost host) {
        this.runtime = host.service == null ? all : all.narrowedTo(host.service);
        this.host = host;
        this.events = new EventService(runtime);
    }

    /**
     * Answers one HTTP request, or takes the message or event that it is, for the signature types {@code http} and none. A failure
     * of the function is an answer, too: a problem document with the id under which the log has the reason.
     *
     * @param request what the framework received
     * @param reply where the answer goes
     * @throws IOException if the client is gone; the framework logs it
     */
    @Override
    public void service(HttpRequest request, HttpResponse reply) throws IOException {
        Headers headers = GoogleHttpMapper.headers(request);
        GoogleContext invocation = new GoogleContext(host, headers, request, reply);
        GoogleHttpMapper.write(sendable(answer(request, headers, invocation), invocation), request.getMethod(), reply);
    }

    private dev.aloft.HttpResponse answer(HttpRequest request, Headers headers, GoogleContext invocation)
            throws IOException {
        dev.aloft.HttpRequest read;
        try {
            read = GoogleHttpMapper.read(request, headers);
        } catch (AloftException unreadable) {
            return events.takesRequests()
                    ? events.unreadable(unreadable, invocation)
                    : runtime.unreadable(unreadable, invocation);
        }
        if (events.takesRequests()) {
            invocation.wraps(read.body());
            return events.answer(read, invocation);
        }
        dev.aloft.HttpResponse answer = runtime.http(read, invocation);
        if (!invocation.hasBegun()) {
            events.warnOfEvent(read, invocation);
        }
        return answer;
    }

    private dev.aloft.HttpResponse sendable(dev.aloft.HttpResponse answer, GoogleContext invocation) {
        int length = answer.body().length();
        return length > GoogleHttpMapper.LARGEST_BODY
                ? runtime.tooLarge(length, GoogleHttpMapper.LARGEST_BODY, invocation)
                : answer;
    }

    /**
     * Takes one event, for the signature types {@code event} and {@code cloudevent}. All functions for messages and events are
     * candidates, whatever else the deployment serves. The HTTP signature is the better one: here the framework hands over no
     * headers, so there is no trace but the event's own, and it refuses pushes that Eventarc did not make.
     *
     * @param event what the framework received
     * @throws AloftException if no function takes it (ALOFT-204, ALOFT-207, ALOFT-208), it cannot be read (ALOFT-201, ALOFT-233,
     *     ALOFT-260, ALOFT-261) or it was not handled (ALOFT-420); the framework then answers 500, so that the event comes again
     */
    @Override
    public void accept(CloudEvent event) {
        Event read = CloudEventMapper.read(event);
        events.accept(read, new GoogleContext(host, CloudEventMapper.headers(read), event));
    }
}
