package dev.aloft.testkit.gcp;

import dev.aloft.Event;
import dev.aloft.StorageEvent;
import dev.aloft.runtime.json.JsonWriter;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Cloud Storage through Eventarc: {@code CloudEventEncoder.binary(StorageEncoder.event(upload))} is the request for one object.
 *
 * <p>An event has a generation (the version), and with it may have a metageneration, which is the middle of a sequencer of the form
 * that the adapter makes: 19 digits of the generation, 19 of the metageneration and one for the kind, with hyphens between them.
 *
 * @see <a href="https://docs.cloud.google.com/storage/docs/json_api/v1/objects#resource">the resource of an object</a>
 */
public final class StorageEncoder {
    private static final Pattern SEQUENCER = Pattern.compile("^\\d{19}-(\\d{19})-\\d$");
    /** An attribute of a CloudEvent has none. */
    private static final Pattern CONTROLS = Pattern.compile("[\\x00-\\x1f\\x7f-\\x9f]");

    private StorageEncoder() {}

    /**
     * The CloudEvent for what happened to an object, with numbers as strings, as Eventarc sends them.
     *
     * @param event what happened
     * @return the CloudEvent, with a subject that a reader must not trust; without a sequencer that is not Cloud Storage's own
     */
    public static Event event(StorageEvent event) {
        return Event.builder(
                        event.id(),
                        "//storage.googleapis.com/projects/_/buckets/" + event.bucket(),
                        "google.cloud.storage.object.v1." + verb(event.kind()))
                .subject("objects/" + CONTROLS.matcher(event.key()).replaceAll(" "))
                .time(event.time().orElse(null))
                .extension("bucket", event.bucket())
                .data(resource(event), "application/json; charset=utf-8")
                .build();
    }

    private static String verb(StorageEvent.Kind kind) {
        return switch (kind) {
            case CREATED -> "finalized";
            case DELETED -> "deleted";
            case ARCHIVED -> "archived";
            case METADATA_UPDATED -> "metadataUpdated";
        };
    }

    private static byte[] resource(StorageEvent event) {
        JsonWriter json = new JsonWriter();
        json.beginObject();
        json.name("kind").string("storage#object");
        json.name("bucket").string(event.bucket());
        json.name("name").string(event.key());
        event.version().ifPresent(version -> json.name("generation").string(version));
        event.sequencer()
                .flatMap(StorageEncoder::metageneration)
                .ifPresent(number -> json.name("metageneration").string(number));
        event.contentType().ifPresent(type -> json.name("contentType").string(type));
        event.size().ifPresent(size -> json.name("size").string(Long.toString(size)));
        event.etag().ifPresent(etag -> json.name("etag").string(etag));
        event.time().ifPresent(time -> json.name("updated").string(time.toString()));
        return json.endObject().toByteArray();
    }

    /** A sequencer of another platform has no place in this form. */
    private static Optional<String> metageneration(String sequencer) {
        return SEQUENCER
                .matcher(sequencer)
                .results()
                .findFirst()
                .map(match -> Long.toString(Long.parseLong(match.group(1))));
    }
}
