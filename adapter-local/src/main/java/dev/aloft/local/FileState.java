package dev.aloft.local;

import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** What a folder knows of one file. */
final class FileState {
    static final long NOT_MISSING = -1;

    private Path path;
    private BasicFileAttributes attributes;
    /** Since when it is as it is. */
    private long since;
    /** Since when it has not been found; {@link #NOT_MISSING} if it was there the last time. */
    private long missing = NOT_MISSING;
    /** Whether it is known that it is as it is. */
    private boolean told;
    /** Whether it is known that there is such an object. */
    private boolean known;
    /** In which scan it was found the last time. */
    private long scan;

    FileState(Path path, BasicFileAttributes attributes, long since) {
        this.path = path;
        this.attributes = attributes;
        this.since = since;
    }

    /** It was found, perhaps as another version. */
    void found(Path where, BasicFileAttributes now, long time) {
        missing = NOT_MISSING;
        if (!where.equals(path) || !isLike(now)) {
            path = where;
            attributes = now;
            since = time;
            told = false;
        }
    }

    /** Whether a file with these attributes is the same version. */
    boolean isLike(BasicFileAttributes other) {
        return attributes.size() == other.size()
                && attributes.lastModifiedTime().equals(other.lastModifiedTime())
                && isSameFile(attributes.fileKey(), other.fileKey());
    }

    private static boolean isSameFile(@Nullable Object one, @Nullable Object other) {
        return one == null || one.equals(other);
    }

    void tell() {
        told = true;
        known = true;
    }

    boolean isSettled(long time, long settle) {
        return time - since >= settle;
    }

    /** Whether it has been missing for long enough. */
    boolean isGone(long time, long settle) {
        if (missing == NOT_MISSING) {
            missing = time;
        }
        return time - missing >= settle;
    }

    Path path() {
        return path;
    }

    long size() {
        return attributes.size();
    }

    boolean isTold() {
        return told;
    }

    boolean isKnown() {
        return known;
    }

    void seenIn(long number) {
        scan = number;
    }

    boolean isSeenIn(long number) {
        return scan == number;
    }
}
