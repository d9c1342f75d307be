package dev.aloft.runtime;

import dev.aloft.spi.FunctionIndex;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the application's function index, without scanning: by setting, or by the file that the processor wrote. */
final class IndexLoader {
    static final String RESOURCE = "META-INF/aloft/index";

    private final ClassLoader loader;

    IndexLoader(ClassLoader loader) {
        this.loader = loader;
    }

    List<FunctionIndex> load(@Nullable String configured) {
        List<String> classNames = configured == null ? listed() : List.of(configured);
        List<FunctionIndex> indexes = new ArrayList<>(classNames.size());
        for (String className : classNames) {
            indexes.add(create(className, FunctionIndex.class));
        }
        return indexes;
    }

    /** One instance of a class that a setting or the index file names. */
    <T> T create(String className, Class<T> type) {
        try {
            return type.cast(
                    Class.forName(className, true, loader).getConstructor().newInstance());
        } catch (ReflectiveOperationException | ClassCastException | LinkageError e) {
            throw StartErrors.notCreated(className, type.getName(), e);
        }
    }

    private List<String> listed() {
        List<String> classNames = new ArrayList<>(2);
        try {
            Enumeration<URL> files = loader.getResources(RESOURCE);
            while (files.hasMoreElements()) {
                try (InputStream file = open(files.nextElement())) {
                    addLines(new String(file.readAllBytes(), StandardCharsets.UTF_8), classNames);
                }
            }
        } catch (IOException e) {
            throw StartErrors.unreadableIndex(e);
        }
        if (classNames.isEmpty()) {
            throw StartErrors.noIndex();
        }
        return classNames;
    }

    /** A connection to a file would load the classes that watch its progress, before the first response. */
    private static InputStream open(URL file) throws IOException {
        return file.getProtocol().equals("file")
                ? new FileInputStream(new File(URI.create(file.toString())))
                : file.openStream();
    }

    private static void addLines(String text, List<String> classNames) {
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                end = text.length();
            }
            String line = text.substring(start, end).strip();
            if (!line.isEmpty() && !classNames.contains(line)) {
                classNames.add(line);
            }
            start = end + 1;
        }
    }
}
