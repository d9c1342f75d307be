package dev.aloft.testkit.azure;

import dev.aloft.HttpRequest;
import dev.aloft.azure.AzureEntryPoint;
import dev.aloft.runtime.FunctionRuntime;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;

/** A package with a function for each trigger of containers, timers and tables, as the annotation processor writes it. */
final class ResourcePackage {
    private static final String SOURCE = """
            package app;
            import dev.aloft.*;
            import dev.aloft.testkit.azure.Kept;
            public final class Resources {
                @StorageTrigger(value = "uploads", kinds = {
                    StorageEvent.Kind.CREATED, StorageEvent.Kind.DELETED, StorageEvent.Kind.METADATA_UPDATED})
                public void onUpload(StorageEvent event, Context context) { Kept.keep(event, context); }
                @StorageTrigger("pictures")
                public void onPicture(StorageEvent event, Context context) { Kept.keep(event, context); }
                @ScheduleTrigger(cron = "30 3 * * *")
                public void cleanUp(ScheduleEvent event, Context context) { Kept.keep(event, context); }
                @ChangeTrigger("products")
                public void onProduct(ChangeEvent<Document> change, Context context) { Kept.keep(change, context); }
                @ChangeTrigger("dbo.Orders")
                public void onOrder(ChangeEvent<Document> change, Context context) { Kept.keep(change, context); }
            }
            """;

    private final HostIndex index;
    private final MessageFunctions functions;

    private ResourcePackage(Path folder) throws IOException {
        Loader loader = new Loader(folder);
        LoadedFunctions loaded = new LoadedFunctions(new Worker(loader));
        this.index = HostIndex.of(folder);
        this.functions = new MessageFunctions(loaded);
        index.functions().forEach(function -> loaded.load(function, loader));
    }

    static TestPackage in(Path folder) throws Exception {
        TestPackage app = TestPackage.in(folder)
                .with(HttpRequest.class)
                .with(FunctionRuntime.class)
                .with(AzureEntryPoint.class)
                .generate("Resources", SOURCE, "-Aaloft.azure.bindings=pictures:blob,dbo.Orders:sql");
        String kept = Kept.class.getName().replace('.', '/') + ".class";
        try (InputStream content = Kept.class.getClassLoader().getResourceAsStream(kept)) {
            Files.createDirectories(folder.resolve(kept).getParent());
            Files.write(folder.resolve(kept), content.readAllBytes());
        }
        return app;
    }

    /** Runs it so that its events are of the test's classes. */
    static ResourcePackage start(Path folder) throws Exception {
        in(folder);
        return new ResourcePackage(folder);
    }

    /** What the function got; fails if the invocation did. */
    List<Object> received(String name, AzureTrigger trigger) {
        return received(name, trigger, new AzureRetry(0, 0));
    }

    List<Object> received(String name, AzureTrigger trigger, AzureRetry retry) {
        FunctionJson function = index.functions().stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow();
        Kept.EVENTS.clear();
        AzureInvocation invocation = functions.invoke(function, trigger, retry);
        if (!invocation.isSuccess()) {
            throw new AssertionError(invocation.message() + invocation.log());
        }
        return List.copyOf(Kept.EVENTS);
    }

    /** Loads the application, its adapter and the runtime from the package, and all that its functions see from the test. */
    private static final class Loader extends URLClassLoader {
        Loader(Path folder) throws IOException {
            super(new URL[] {folder.toUri().toURL()}, ResourcePackage.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.matches("(app|dev\\.aloft\\.(azure|runtime))\\..*")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            return findResources(name);
        }
    }
}
