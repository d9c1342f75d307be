package dev.aloft.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** What is deployed of the shop: its size with and without the codec. */
record ShopJar(Path jar, PrintStream out) {
    static final Path PATH = Path.of("..", "samples", "shop", "target", "shop.jar");

    private static final List<String> CODEC = List.of(
            "com/fasterxml/", "dev/aloft/codec/", "META-INF/services/com.fasterxml", "META-INF/services/dev.aloft");

    void run() throws IOException {
        if (!Files.exists(jar)) {
            out.println("There is no " + jar
                    + ", so its size is not shown; it is built with -pl samples/shop,benchmarks\n");
            return;
        }
        Table table = new Table("samples/shop/target/shop.jar", "kB");
        table.row("with the Jackson codec", kilobytes(Files.size(jar)));
        table.row("without a codec", kilobytes(sizeWithoutCodec()));
        out.println(table);
    }

    /** Writes the same jar again without the codec's files. */
    private long sizeWithoutCodec() throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try (ZipFile entries = new ZipFile(jar.toFile());
                JarOutputStream copy = new JarOutputStream(written)) {
            for (ZipEntry entry : Collections.list(entries.entries())) {
                if (CODEC.stream().noneMatch(entry.getName()::startsWith)) {
                    copy.putNextEntry(new ZipEntry(entry.getName()));
                    try (InputStream content = entries.getInputStream(entry)) {
                        content.transferTo(copy);
                    }
                }
            }
        }
        return written.size();
    }

    private static String kilobytes(long bytes) {
        return Series.of(bytes / 1e3).middle("%.0f");
    }
}
