package dev.aloft.gcp;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * The way to all parts of a multipart body that java-function-invoker 2 has taken apart, in their order and with their own
 * header lines. Its public view of them is a map by name: of several parts with one name, as a browser sends several files of
 * one field, only the last is in it. The server below keeps a list, and this asks the server.
 *
 * <p>It uses reflection, since nothing of the server is visible to a function; but for multipart bodies alone, and where a
 * version of the framework is built otherwise, {@link #find} says so.
 *
 * @see <a
 *     href="https://github.com/GoogleCloudPlatform/functions-framework-java/blob/main/invoker/core/src/main/java/com/google/cloud/functions/invoker/http/HttpRequestImpl.java">the
 *     framework's request</a>
 */
final class JettyParts {
    private final Field serverRequest;
    private final Method parts;
    private final Method partHeaders;
    private final Method partSource;
    private final Method sourceStream;
    private final Method headerName;
    private final Method headerValue;

    private JettyParts(Class<?> requestType) throws ReflectiveOperationException {
        ClassLoader server = requestType.getClassLoader();
        Class<?> part = Class.forName("org.eclipse.jetty.http.MultiPart$Part", false, server);
        Class<?> source = Class.forName("org.eclipse.jetty.io.Content$Source", false, server);
        Class<?> header = Class.forName("org.eclipse.jetty.http.HttpField", false, server);
        Class<?> attributes = Class.forName("org.eclipse.jetty.util.Attributes", false, server);
        serverRequest = requestType.getDeclaredField("request");
        serverRequest.setAccessible(true);
        parts = Class.forName("org.eclipse.jetty.http.MultiPartFormData", false, server)
                .getMethod("getParts", attributes);
        partHeaders = part.getMethod("getHeaders");
        partSource = part.getMethod("createContentSource");
        sourceStream = source.getMethod("asInputStream", source);
        headerName = header.getMethod("getName");
        headerValue = header.getMethod("getValue");
    }

    /**
     * Looks for the server's list.
     *
     * @param requestType the class of the framework's request
     * @return the way to the parts, or null if this framework is built otherwise
     */
    static @Nullable JettyParts find(Class<?> requestType) {
        try {
            return new JettyParts(requestType);
        } catch (ReflectiveOperationException | RuntimeException builtOtherwise) {
            return null;
        }
    }

    /**
     * Hands all parts over.
     *
     * @param request the framework's request
     * @param encoder gets the parts
     * @return false if the server has taken nothing apart, since there is no body
     * @throws dev.aloft.AloftException with code ALOFT-308 if the server could not take the body apart
     */
    boolean copyTo(MultipartEncoder encoder, Object request) throws IOException {
        try {
            Object list = parts.invoke(null, serverRequest.get(request));
            if (list == null) {
                return false;
            }
            for (Object part : (Iterable<?>) list) {
                copy(part, encoder);
            }
            return true;
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof CompletionException unreadable) {
                throw GoogleErrors.unreadableMultipart(unreadable);
            }
            throw new IOException("Google's server does not hand over the parts of the multipart body", e.getCause());
        } catch (IllegalAccessException e) {
            throw new IOException("Google's server does not hand over the parts of the multipart body", e);
        }
    }

    private void copy(Object part, MultipartEncoder encoder)
            throws IOException, InvocationTargetException, IllegalAccessException {
        encoder.begin();
        for (Object header : (Iterable<?>) partHeaders.invoke(part)) {
            encoder.header((String) headerName.invoke(header), (String) headerValue.invoke(header));
        }
        try (InputStream content = (InputStream) sourceStream.invoke(null, partSource.invoke(part))) {
            encoder.content(content);
        }
    }
}
