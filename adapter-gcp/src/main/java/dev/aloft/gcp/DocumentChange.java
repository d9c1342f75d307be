package dev.aloft.gcp;

import dev.aloft.AloftException;
import dev.aloft.GeoPoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The data of a change of Firestore or Datastore, in whichever form it came: {@link ProtobufChange} or {@link JsonChange}. */
final class DocumentChange {
    static final String SERVICE = "Firestore or Datastore";
    /** What a value is that has no type; null is a value. */
    static final Object NO_VALUE = new Object();

    final Snapshot before = new Snapshot();
    final Snapshot after = new Snapshot();

    @Nullable
    List<String> fieldPaths;

    /** A value, unless there is none of a type that is known here: it must not become null. */
    static @Nullable Object known(@Nullable Object value) {
        if (value == NO_VALUE) {
            throw unknownValue();
        }
        return value;
    }

    static AloftException unknownValue() {
        return GoogleErrors.unreadable(
                SERVICE, "a field has no value, several ones, or one of a type that this version does not know");
    }

    static AloftException noTime() {
        return GoogleErrors.unreadable(SERVICE, "a time is none of the years 1 to 9999");
    }

    static GeoPoint place(double latitude, double longitude) {
        if (Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) {
            return new GeoPoint(latitude, longitude);
        }
        throw GoogleErrors.unreadable(SERVICE, "a geo point is nowhere on earth");
    }
}
