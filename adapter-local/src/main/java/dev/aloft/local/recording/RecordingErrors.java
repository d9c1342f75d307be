package dev.aloft.local.recording;

import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import org.jspecify.annotations.Nullable;

/** Why a file is no recording. */
final class RecordingErrors {
    private RecordingErrors() {}

    static AloftException notOne(String name, String fault, @Nullable Throwable cause) {
        int advice = fault.indexOf(". Check what invokes"); // the JSON reader's, for who reads an event
        int end = fault.endsWith(".") ? fault.length() - 1 : fault.length();
        return new AloftException(
                Kind.CONFIGURATION,
                "ALOFT-165",
                name + " is no recording: " + fault.substring(0, advice < 0 ? end : advice)
                        + ". Record it anew, or see docs/recordings.md for the format.",
                cause);
    }

    static AloftException otherVersion(String name, String format) {
        return new AloftException(
                Kind.CONFIGURATION,
                "ALOFT-166",
                name + " is of the format " + format + ", and this version of Aloft reads " + Recording.FORMAT
                        + ". Replay it with the version that wrote it, or record it anew.");
    }
}
