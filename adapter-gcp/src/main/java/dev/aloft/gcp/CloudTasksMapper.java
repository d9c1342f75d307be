package dev.aloft.gcp;

import dev.aloft.Body;
import dev.aloft.Headers;
import dev.aloft.Message;
import dev.aloft.runtime.Origin;
import dev.aloft.spi.MessageBinding.Kind;
import java.util.List;

/**
 * Tasks that Cloud Tasks sends to an HTTP target: the body is the task's. Headers that the task was created with are its attributes,
 * as far as they can be told from those that Google adds (see {@link SenderHeaders}).
 *
 * @see <a href="https://docs.cloud.google.com/tasks/docs/creating-http-target-tasks#handler">HTTP target handlers</a>
 */
final class CloudTasksMapper {
    private static final String TASK = "x-cloudtasks-taskname";
    private static final String QUEUE = "x-cloudtasks-queuename";

    private CloudTasksMapper() {}

    static boolean recognises(Headers headers) {
        return headers.contains(TASK) || headers.contains(QUEUE);
    }

    static Arrival read(Headers headers, byte[] body) {
        String queue = PubSubMapper.required(SenderHeaders.only(headers, QUEUE), QUEUE);
        String retries = SenderHeaders.only(headers, "x-cloudtasks-taskretrycount");
        Message<Body> message = Message.builder(PubSubMapper.required(SenderHeaders.only(headers, TASK), TASK), body)
                .attributes(SenderHeaders.attributes(headers))
                .source(queue)
                .attempt(retries == null ? 0 : PubSubMapper.attempt(retries) + 1)
                .contentType(SenderHeaders.only(headers, "content-type"))
                .build();
        return new Arrival(
                Origin.messages("google:cloud-tasks", List.of(Kind.QUEUE), queue, queue), PubSubMapper.item(message));
    }
}
