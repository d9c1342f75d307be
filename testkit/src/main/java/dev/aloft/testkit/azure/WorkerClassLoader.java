package dev.aloft.testkit.azure;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Set;

/**
 * The application's class loader: the script file's jar, what its manifest's Class-Path names, and the jars of a {@code *lib}
 * folder, behind a parent that knows the JDK and the worker's own API classes only. A class of the test's class path is missing
 * here as it would be on Azure.
 *
 * <p>One difference: the worker's gson 2.9.0, which wins over the application's, is not there.
 */
final class WorkerClassLoader extends URLClassLoader {

    WorkerClassLoader(Set<Path> jars) {
        super("azure-functions-app", jars.stream().map(WorkerClassLoader::url).toArray(URL[]::new), new Parent());
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("The jar " + jar + " has no URL.", e);
        }
    }

    private static final class Parent extends ClassLoader {
        private static final String API = "com.microsoft.azure.functions.";

        /** In the newest libraries, but neither in core-library 1.2.0 nor in the worker's annotationLib. */
        private static final Set<String> TOO_NEW = Set.of(
                API + "KafkaMessageKeyType",
                API + "OAuthBearerMethod",
                API + "cache.CacheKey",
                API + "cache.ObjectCache",
                API + "annotation.McpToolProperty",
                API + "annotation.McpToolTrigger",
                API + "annotation.WarmupTrigger");

        private Parent() {
            super("azure-functions-worker", ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith(API) && !TOO_NEW.contains(name)) {
                return Class.forName(name, false, WorkerClassLoader.class.getClassLoader());
            }
            throw new ClassNotFoundException(name);
        }
    }
}
