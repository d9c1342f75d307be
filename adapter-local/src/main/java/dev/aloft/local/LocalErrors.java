package dev.aloft.local;

import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import org.jspecify.annotations.Nullable;

/** What can go wrong with buckets, databases and time on this machine. */
final class LocalErrors {
    private LocalErrors() {}

    static AloftException badKey(String has) {
        return new AloftException(
                Kind.PAYLOAD,
                "ALOFT-130",
                "The key of an object is Unicode text of 1 to 1024 bytes in UTF-8, and this one has " + has
                        + ". Change the key.");
    }

    static AloftException notStored(String what, String reason, @Nullable Throwable cause) {
        return new AloftException(Kind.PAYLOAD, "ALOFT-131", "The object was not " + what + ": " + reason + ".", cause);
    }

    static AloftException badFolder(String fault) {
        return new AloftException(Kind.CONFIGURATION, "ALOFT-132", "A folder cannot be a bucket: " + fault + ".");
    }

    static AloftException unusableChange(String fault) {
        return new AloftException(Kind.PAYLOAD, "ALOFT-133", "The change was not sent: " + fault + ".");
    }

    static AloftException backwards() {
        return new AloftException(
                Kind.CONFIGURATION,
                "ALOFT-134",
                "Time goes on and never back. Give advance a duration that is not negative.");
    }
}
