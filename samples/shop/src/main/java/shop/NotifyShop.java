package shop;

import dev.aloft.Context;
import dev.aloft.Message;
import dev.aloft.MessageHandler;
import dev.aloft.TopicTrigger;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Shows the order on the screen in the shop. To show it twice changes nothing, so there is no id to remember. */
@TopicTrigger("orders")
public final class NotifyShop implements MessageHandler<OrderPlaced> {
    private final Map<String, String> screen = new ConcurrentHashMap<>();

    @Override
    public void handle(Message<OrderPlaced> message, Context context) {
        OrderPlaced order = message.payload();
        screen.put(order.orderId(), order.quantity() + " x " + order.item() + " for " + order.customer());
    }

    Optional<String> line(String orderId) {
        return Optional.ofNullable(screen.get(orderId));
    }
}
