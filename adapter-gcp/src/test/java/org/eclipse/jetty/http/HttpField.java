package org.eclipse.jetty.http;

/** Stands for the server's type of the same name. */
public class HttpField {
    private final String name;
    private final String value;

    public HttpField(String name, String value) {
        this.name = name;
        this.value = value;
    }

    public String getName() {
        return name;
    }

    public String getValue() {
        return value;
    }
}
