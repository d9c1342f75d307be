package shop.wrong;

import dev.aloft.Context;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.StorageEvent;
import java.util.Set;
import java.util.TreeSet;

/** Depends on order: an older event that comes after a newer one has the last word. */
public final class BelievesTheLastEvent {
    private final Set<String> pictures = new TreeSet<>();

    /** Takes a picture into the catalogue or out of it. */
    public synchronized void checkPicture(StorageEvent event, Context context) {
        if (event.kind() == StorageEvent.Kind.CREATED) {
            pictures.add(event.key());
        } else {
            pictures.remove(event.key());
        }
    }

    /** Lists the names of the pictures. */
    public synchronized HttpResponse listPictures(HttpRequest request, Context context) {
        return HttpResponse.json(pictures);
    }
}
