package dev.aloft.testkit.gcp;

import dev.aloft.Body;
import dev.aloft.Headers;
import dev.aloft.Message;

/**
 * Cloud Tasks with an HTTP target: {@code CloudTasksEncoder.encode(message)} is a task of the queue that is the message's source,
 * named by its id, with the attributes as headers.
 *
 * <p>Attributes must be named in lower case and like no header that HTTP or Google adds; time, ordering key and trace have no place.
 *
 * @see <a href="https://docs.cloud.google.com/tasks/docs/creating-http-target-tasks#handler">HTTP target handlers</a>
 */
public final class CloudTasksEncoder {
    private CloudTasksEncoder() {}

    /**
     * The request for one task.
     *
     * @param message the task; its attempt is one more than the header with the retries tells
     * @return the request
     */
    public static GoogleRequest encode(Message<Body> message) {
        Headers.Builder headers = Headers.builder();
        headers.add("user-agent", "Google-Cloud-Tasks");
        headers.add("x-cloudtasks-queuename", message.source());
        headers.add("x-cloudtasks-taskname", message.id());
        message.attempt()
                .ifPresent(attempt -> headers.add("x-cloudtasks-taskretrycount", Integer.toString(attempt - 1)));
        headers.add("x-cloudtasks-taskexecutioncount", "0");
        headers.add("x-cloudtasks-tasketa", "1777636800.5");
        message.contentType().ifPresent(type -> headers.add("content-type", type));
        PubSubEncoder.addAttributes(message, headers);
        return new GoogleRequest(headers.build(), message.body().bytes());
    }
}
