package dev.aloft.testkit.standins;

import dev.aloft.HttpHandler;
import dev.aloft.azure.AzureEntryPoint;
import dev.aloft.runtime.FunctionRuntime;
import dev.aloft.spi.FunctionIndex;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** An application for Azure Functions with one function, as it is unpacked. */
final class FunctionApp {
    private FunctionApp() {}

    /**
     * Makes its folder.
     *
     * @param app the folder
     * @param index the application
     * @param function the function's name
     * @param functionJson the function's {@code function.json}
     */
    static Path in(Path app, Class<? extends FunctionIndex> index, String function, String functionJson)
            throws IOException, URISyntaxException {
        TaskFolder.with(
                Files.createDirectory(app),
                List.of(HttpHandler.class, FunctionRuntime.class, AzureEntryPoint.class, index));
        write(app.resolve("META-INF/aloft/index"), index.getName() + "\n");
        write(app.resolve("host.json"), "{\"version\": \"2.0\", \"extensions\": {\"http\": {\"routePrefix\": \"\"}}}");
        write(app.resolve(function).resolve("function.json"), functionJson);
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, "./");
        new JarOutputStream(Files.newOutputStream(app.resolve("azure.jar")), manifest).close();
        return app;
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
