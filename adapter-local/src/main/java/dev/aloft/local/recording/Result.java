package dev.aloft.local.recording;

/**
 * What became of a request, or of one message or event of an invocation.
 *
 * @param what {@code answered}, {@code handled}, {@code failed}, {@code rejected}, or {@code not-tried}, as what stands behind a failed
 *     one of its group
 * @param status the status of an answer, else 0
 * @param type the class of what was thrown; empty if nothing was
 * @param message its message
 */
public record Result(String what, int status, String type, String message) {
    /**
     * What a request was answered.
     *
     * @param status the status
     * @return the result
     */
    public static Result answered(int status) {
        return new Result("answered", status, "", "");
    }

    /**
     * That a message or event failed.
     *
     * @param what {@code failed} or {@code rejected}
     * @param failure what was thrown
     * @return the result
     */
    public static Result thrown(String what, Throwable failure) {
        String message = failure.getMessage();
        return new Result(what, 0, failure.getClass().getName(), message == null ? "" : message);
    }

    /** Whether it is handled, or answered with a status below 400. */
    public boolean isSuccess() {
        return what.equals("handled") || status > 0 && status < 400;
    }

    /**
     * Whether another run came to the same: messages of exceptions may differ, since ids and times stand in them.
     *
     * @param other what became of it elsewhere
     * @return whether result, status and type are equal
     */
    public boolean isLike(Result other) {
        return what.equals(other.what) && status == other.status && type.equals(other.type);
    }

    /** For example {@code answered 201}, {@code handled}, or {@code failed java.lang.IllegalStateException}. */
    @Override
    public String toString() {
        return status > 0 ? what + " " + status : type.isEmpty() ? what : what + " " + type;
    }
}
