package org.eclipse.jetty.io;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** Stands for the server's type of the same name. */
public final class Content {
    private Content() {}

    /** Where bytes come from. */
    public interface Source {
        byte[] bytes();

        static InputStream asInputStream(Source source) {
            return new ByteArrayInputStream(source.bytes());
        }
    }
}
