package shop;

import dev.aloft.Context;
import dev.aloft.Message;
import dev.aloft.MessageHandler;
import dev.aloft.TopicTrigger;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Writes to the customer that the order has arrived: one mail, however often the message comes. */
@TopicTrigger("orders")
public final class SendConfirmation implements MessageHandler<OrderPlaced> {
    private final Map<String, String> outbox = new ConcurrentHashMap<>();

    @Override
    public void handle(Message<OrderPlaced> message, Context context) {
        OrderPlaced order = message.payload();
        outbox.putIfAbsent(
                message.id(),
                "Dear " + order.customer() + ", we have your order " + order.orderId() + ": " + order.quantity() + " x "
                        + order.item() + ".");
    }

    Collection<String> mails() {
        return outbox.values();
    }
}
