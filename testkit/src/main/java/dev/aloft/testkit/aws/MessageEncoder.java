package dev.aloft.testkit.aws;

import dev.aloft.Body;
import dev.aloft.Message;
import java.util.List;

/**
 * A queue, topic or stream that invokes a Lambda function.
 *
 * <pre>{@code
 * MessageEncoder queue = new SqsEncoder("orders");
 * byte[] event = queue.encode(List.of(Message.builder("m-1", "{\"id\":\"o-1\"}").attempt(1).build()));
 * LambdaResult result = lambda.invoke(event);
 * }</pre>
 *
 * <p>What a service does not tell of a message, such as the subject on a queue, is left out.
 */
public interface MessageEncoder {
    /**
     * The event that the service sends for messages that it delivers together.
     *
     * @param messages the messages, at least one
     * @return the event, compact JSON in UTF-8, its fields in the order in which AWS writes them
     */
    byte[] encode(List<Message<Body>> messages);
}
