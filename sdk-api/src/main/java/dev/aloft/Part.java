package dev.aloft;

import java.util.Optional;

/** One part of a {@code multipart/form-data} body: a form field or an uploaded file. */
public final class Part {
    private final String name;
    private final Optional<String> fileName;
    private final Headers headers;
    private final byte[] body;

    Part(String name, Optional<String> fileName, Headers headers, byte[] body) {
        this.name = name;
        this.fileName = fileName;
        this.headers = headers;
        this.body = body;
    }

    /** The field's name: for {@code form-data; name="photo"} this is {@code photo}. */
    public String name() {
        return name;
    }

    /**
     * The name that the client's file had: for {@code filename="a.png"} this is {@code a.png}. It comes from the client:
     * never use it as a path.
     *
     * @return the file name; empty for an ordinary field
     */
    public Optional<String> fileName() {
        return fileName;
    }

    /** The part's own headers, for example its Content-Type. */
    public Headers headers() {
        return headers;
    }

    /** The part's Content-Type. */
    public Optional<String> contentType() {
        return headers.first("content-type");
    }

    /** The content. */
    public byte[] body() {
        return body.clone();
    }

    /**
     * The content as text in the charset that the part names, UTF-8 without one.
     *
     * @return the text
     * @throws AloftException with code ALOFT-305 if the bytes are not valid in that charset
     */
    public String text() {
        return Body.text(body, headers.firstOrNull("content-type"));
    }

    /** The name and size only: {@code Part[photo, 1024 bytes]}. */
    @Override
    public String toString() {
        return "Part[" + name + ", " + body.length + " bytes]";
    }
}
