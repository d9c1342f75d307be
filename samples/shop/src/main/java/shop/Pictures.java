package shop;

import dev.aloft.Context;
import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.HttpTrigger;
import dev.aloft.Rejected;
import dev.aloft.StorageEvent;
import dev.aloft.StorageTrigger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The pictures of what the shop sells: checked when they are uploaded, listed for the catalogue. */
public final class Pictures {
    private static final long LARGEST = 5_000_000;

    /** The newest event of each key, that of a deleted one included: an older one may still come. */
    private final Map<String, StorageEvent> newest = new TreeMap<>();

    /** Takes a picture into the catalogue or out of it; rejects what is none, so that somebody looks at it. */
    @StorageTrigger(
            value = "uploads",
            kinds = {StorageEvent.Kind.CREATED, StorageEvent.Kind.DELETED})
    public synchronized void checkPicture(StorageEvent event, Context context) {
        if (event.kind() == StorageEvent.Kind.CREATED) {
            requirePicture(event);
        }
        newest.merge(event.key(), event, Pictures::newer);
    }

    /** Lists the names of the pictures. */
    @HttpTrigger(path = "/pictures")
    public synchronized HttpResponse listPictures(HttpRequest request, Context context) {
        List<String> names = newest.values().stream()
                .filter(event -> event.kind() == StorageEvent.Kind.CREATED)
                .map(StorageEvent::key)
                .toList();
        return HttpResponse.json(names);
    }

    private static void requirePicture(StorageEvent event) {
        String key = event.key();
        if (!key.endsWith(".png") && !key.endsWith(".jpg")) {
            throw new Rejected("A picture is a .png or .jpg file.");
        }
        long size = event.size().orElse(1);
        if (size == 0 || size > LARGEST) {
            throw new Rejected("A picture has 1 to " + LARGEST + " bytes, not " + size + ".");
        }
    }

    private static StorageEvent newer(StorageEvent known, StorageEvent event) {
        String before = known.sequencer().orElse("");
        String now = event.sequencer().orElse("");
        return now.compareTo(before) < 0 ? known : event;
    }
}
