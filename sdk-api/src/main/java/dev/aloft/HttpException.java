package dev.aloft;

/**
 * An answer other than success that a function gives by throwing: {@code throw HttpException.notFound("No order " + id)}.
 *
 * <p>The client gets a problem document (RFC 9457) with this status and detail. Everything else that is thrown is hidden
 * from the client; this message is meant for it.
 */
public class HttpException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    /**
     * Creates an answer.
     *
     * @param status from 400 to 599
     * @param detail what the client may read
     * @throws IllegalArgumentException with code ALOFT-404 for another status
     */
    public HttpException(int status, String detail) {
        super(detail);
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException(
                    "ALOFT-404 An HttpException has a status from 400 to 599, not " + status + ".");
        }
        this.status = status;
    }

    /**
     * The answer 400: the request is not what the function expects.
     *
     * @param detail what the client may read
     * @return the exception to throw
     */
    public static HttpException badRequest(String detail) {
        return new HttpException(400, detail);
    }

    /**
     * The answer 404: there is nothing under this address.
     *
     * @param detail what the client may read
     * @return the exception to throw
     */
    public static HttpException notFound(String detail) {
        return new HttpException(404, detail);
    }

    /**
     * The answer 409: the request conflicts with the present state.
     *
     * @param detail what the client may read
     * @return the exception to throw
     */
    public static HttpException conflict(String detail) {
        return new HttpException(409, detail);
    }

    /** The status, from 400 to 599. */
    public int status() {
        return status;
    }

    /** What the client may read. */
    public String detail() {
        String detail = getMessage();
        return detail == null ? "" : detail;
    }
}
