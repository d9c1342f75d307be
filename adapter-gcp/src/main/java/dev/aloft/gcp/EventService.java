package dev.aloft.gcp;

import dev.aloft.AloftException;
import dev.aloft.Event;
import dev.aloft.Headers;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.StorageEvent;
import dev.aloft.runtime.DeliveryItem;
import dev.aloft.runtime.FunctionRuntime;
import dev.aloft.runtime.Invocation;
import dev.aloft.runtime.Origin;
import dev.aloft.runtime.cloudevents.CloudEventReader;
import dev.aloft.runtime.cloudevents.ContentMode;
import dev.aloft.spi.Binding;
import dev.aloft.spi.ChangeBinding;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.HttpBinding;
import dev.aloft.spi.MessageBinding;
import dev.aloft.spi.ScheduleBinding;
import dev.aloft.spi.StorageBinding;
import java.util.ArrayList;
import java.util.List;

/**
 * Messages and events that come as HTTP requests.
 *
 * <p>Whether a request is one is decided by the deployment: as soon as it serves an HTTP function, every request is plain HTTP, since
 * a public API must not become a way to send messages. Where all functions take messages or events, every request is one of those or
 * is refused.
 */
final class EventService {
    private final FunctionRuntime runtime;
    private final List<String> functions = new ArrayList<>();
    private boolean http;
    private boolean messages;
    private boolean storage;
    private boolean schedules;
    private boolean changes;
    private boolean events;
    private volatile boolean warned;

    EventService(FunctionRuntime runtime) {
        this.runtime = runtime;
        for (FunctionDefinition function : runtime.functions()) {
            functions.add(function.name());
            note(function.binding());
        }
    }

    /** In this order, so that a deployment for HTTP or messages loads none of the other bindings. */
    private void note(Binding binding) {
        if (binding instanceof HttpBinding) {
            http = true;
            return;
        }
        events = true;
        if (binding instanceof MessageBinding) {
            messages = true;
        } else if (binding instanceof StorageBinding) {
            storage = true;
        } else if (binding instanceof ScheduleBinding) {
            schedules = true;
        } else {
            changes |= binding instanceof ChangeBinding;
        }
    }

    /** Whether every request is a message or an event. */
    boolean takesRequests() {
        return events && !http;
    }

    HttpResponse answer(HttpRequest request, Invocation invocation) {
        boolean job = schedules && isJob(request.headers()); // may use any method
        if (!request.method().equals("POST") && !job) {
            HttpResponse answer = runtime.problem(405, null, invocation).withHeader("allow", "POST");
            return request.method().equals("HEAD") ? answer.withoutBody() : answer;
        }
        EventDelivery delivery = new EventDelivery(runtime, invocation);
        try {
            read(request, delivery);
        } catch (AloftException reason) {
            delivery.refuse(reason);
        }
        delivery.run();
        return delivery.answer();
    }

    HttpResponse unreadable(AloftException reason, Invocation invocation) {
        EventDelivery delivery = new EventDelivery(runtime, invocation);
        delivery.refuse(reason);
        return delivery.answer();
    }

    /**
     * Takes an event that the framework has read.
     *
     * @throws AloftException if it was not handled; the framework answers 500
     */
    void accept(Event event, Invocation invocation) {
        EventDelivery delivery = new EventDelivery(runtime, invocation);
        delivery.add(event(event, event.data().bytes()));
        delivery.run();
        AloftException open = delivery.open();
        if (open != null) {
            throw open;
        }
    }

    /** Tells once of an event that nobody takes since the deployment serves HTTP; anybody could send more of them. */
    void warnOfEvent(HttpRequest unmatched, Invocation invocation) {
        Headers headers = unmatched.headers();
        if (events
                && !warned
                && unmatched.method().equals("POST")
                && (ContentMode.of(headers) != ContentMode.NONE
                        || UnwrappedPushMapper.recognises(headers)
                        || CloudTasksMapper.recognises(headers)
                        || isJob(headers)
                        || PubSubMapper.isPush(unmatched.body().bytes()))) {
            warned = true;
            invocation.log(System.Logger.Level.WARNING, GoogleErrors.eventOfNobody(functions));
        }
    }

    private void read(HttpRequest request, EventDelivery delivery) {
        Headers headers = request.headers();
        byte[] body = request.body().bytes();
        ContentMode mode = ContentMode.of(headers);
        boolean push = UnwrappedPushMapper.recognises(headers);
        boolean task = CloudTasksMapper.recognises(headers);
        // A sender's attribute is a header of an unwrapped push, and may be named ce-type or x-cloudscheduler; for who
        // takes messages it is no event.
        if ((push || task) && (messages || schedules || mode == ContentMode.NONE)) {
            if (push && task) {
                throw GoogleErrors.incomplete("the headers of a Pub/Sub push and of a Cloud Task are there");
            }
            delivery.add(
                    push ? UnwrappedPushMapper.read(headers, body, schedules) : CloudTasksMapper.read(headers, body));
        } else if (isJob(headers) && (schedules || mode == ContentMode.NONE)) {
            delivery.add(SchedulerMapper.request(headers, body));
        } else if (mode == ContentMode.BINARY) {
            delivery.add(event(CloudEventReader.binary(headers, body), body));
        } else if (mode == ContentMode.STRUCTURED) {
            delivery.add(event(CloudEventReader.structured(body), body));
        } else if (mode == ContentMode.BATCH) {
            readBatch(body, delivery);
        } else if (mode == ContentMode.NONE) {
            delivery.add(push(request.rawQuery(), body));
        } else {
            throw notRecognised();
        }
    }

    /** Whether Cloud Scheduler sent it; its mapper need not be loaded to tell. */
    private static boolean isJob(Headers headers) {
        return headers.contains(SchedulerMapper.MARK) || headers.contains(SchedulerMapper.JOB);
    }

    private void readBatch(byte[] body, EventDelivery delivery) {
        for (byte[] element : CloudEventReader.batch(body)) {
            try {
                delivery.add(event(CloudEventReader.structured(element), element));
            } catch (AloftException reason) {
                delivery.refuse(reason);
            }
        }
    }

    /**
     * Where functions for messages, objects, changes or schedules are served, such an event is theirs, and goes to no other one by
     * mistake.
     */
    private Arrival event(Event event, byte[] raw) {
        String type = event.type();
        if ((messages || schedules) && type.equals(PubSubMapper.EVENT_TYPE)) {
            return PubSubMapper.event(event, raw, schedules);
        }
        if (schedules && type.equals(SchedulerMapper.EVENT_TYPE)) {
            return SchedulerMapper.event(event, raw);
        }
        if (changes && ChangeMapper.recognises(type)) {
            return ChangeMapper.read(event, raw);
        }
        StorageEvent.Kind kind = storage ? StorageMapper.kind(type) : null;
        return kind != null
                ? StorageMapper.read(kind, event, raw)
                : new Arrival(Origin.event("google:cloudevents", type, event.source()), DeliveryItem.of(event));
    }

    private Arrival push(String query, byte[] body) {
        int first = 0;
        while (first < body.length && (body[first] <= ' ')) {
            first++; // white space, and the bytes of a byte order mark, which are negative
        }
        if (first == body.length || body[first] != '{') {
            throw notRecognised();
        }
        PubSubMapper read = PubSubMapper.read(body);
        if (read.hasMessage()) {
            return read.push(query, body, schedules);
        }
        if (!read.isLegacy()) {
            throw notRecognised();
        }
        Event event = LegacyEvent.read(body);
        if (event == null) {
            throw runtime.unexpected("an event in a format of the first generation of Cloud Functions");
        }
        return event(event, body);
    }

    private AloftException notRecognised() {
        return messages
                ? GoogleErrors.notRecognised(functions)
                : runtime.unexpected("an HTTP request that is no CloudEvent in JSON or headers");
    }
}
