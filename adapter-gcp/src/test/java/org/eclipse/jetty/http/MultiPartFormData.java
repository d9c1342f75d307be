package org.eclipse.jetty.http;

import java.util.List;
import org.eclipse.jetty.util.Attributes;

/** Stands for the server's type of the same name. */
public final class MultiPartFormData {
    private MultiPartFormData() {}

    public static List<MultiPart.Part> getParts(Attributes request) {
        return ((Request) request).parts();
    }

    /** A request of the server. */
    public interface Request extends Attributes {
        List<MultiPart.Part> parts();
    }
}
