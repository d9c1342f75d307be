package dev.aloft.gcp;

import com.google.cloud.functions.CloudEventsFunction;
import com.google.cloud.functions.HttpFunction;
import com.google.cloud.functions.HttpRequest;
import com.google.cloud.functions.HttpResponse;
import dev.aloft.AloftException;
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

    /**
     * Finds the application's functions, as the framework needs it.
     *
     * @throws AloftException if the application is put together wrongly (ALOFT-101 to ALOFT-113)
     */
    public GcpEntryPoint() {
        this(FunctionRuntime.start("gcp", System.getenv()), GoogleHost.of(System.getenv(), System.out));
    }

    GcpEntryPoint(FunctionRuntime runtime, GoogleHost host) {
        this.runtime = runtime;
        this.host = host;
    }

    /**
     * Answers one HTTP request, for the signature types {@code http} and none. A failure of the function is an answer, too:
     * a problem document with the id under which the log has the reason.
     *
     * @param request what the framework received
     * @param reply where the answer goes
     * @throws IOException if the client is gone; the framework logs it
     */
    @Override
    public void service(HttpRequest request, HttpResponse reply) throws IOException {
        Headers headers = GoogleHttpMapper.headers(request);
        GoogleContext invocation = new GoogleContext(request, reply, headers, host);
        GoogleHttpMapper.write(sendable(answer(request, headers, invocation), invocation), request.getMethod(), reply);
    }

    private dev.aloft.HttpResponse answer(HttpRequest request, Headers headers, GoogleContext invocation)
            throws IOException {
        dev.aloft.HttpRequest read;
        try {
            read = GoogleHttpMapper.read(request, headers);
        } catch (AloftException unreadable) {
            return runtime.unreadable(unreadable, invocation);
        }
        return runtime.http(read, invocation);
    }

    private dev.aloft.HttpResponse sendable(dev.aloft.HttpResponse answer, GoogleContext invocation) {
        int length = answer.body().length();
        return length > GoogleHttpMapper.LARGEST_BODY
                ? runtime.tooLarge(length, GoogleHttpMapper.LARGEST_BODY, invocation)
                : answer;
    }

    /**
     * Refuses an event, for the signature types {@code event} and {@code cloudevent}: functions so far expect HTTP requests
     * alone. The framework then answers 500, so that the event counts as not delivered.
     *
     * @param event what the framework received
     * @throws AloftException always, with code ALOFT-204
     */
    @Override
    public void accept(CloudEvent event) {
        throw GoogleErrors.noFunctionFor(event.getType(), event.getSource().toString(), runtime.functions());
    }
}
