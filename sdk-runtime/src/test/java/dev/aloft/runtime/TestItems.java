package dev.aloft.runtime;

import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import dev.aloft.Message;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Items whose payload is their id, written as {@code m-1} or, with a group, {@code m-1@g}. */
final class TestItems {
    private TestItems() {}

    static List<DeliveryItem> of(String... idsAndGroups) {
        List<DeliveryItem> items = new ArrayList<>();
        for (String text : idsAndGroups) {
            int at = text.indexOf('@');
            items.add(at < 0 ? item(text, null) : item(text.substring(0, at), text.substring(at + 1)));
        }
        return items;
    }

    static DeliveryItem item(String id, @Nullable String group) {
        return item(id, group, id);
    }

    static DeliveryItem item(String id, @Nullable String group, String payload) {
        return DeliveryItem.of(
                id, group, Message.builder(id, payload).codec(new PairCodec()).build());
    }

    static DeliveryItem unreadable(String id, @Nullable String group) {
        return DeliveryItem.unreadable(
                id, group, new AloftException(Kind.NATIVE_EVENT, "ALOFT-203", "The body is no base64."));
    }
}
