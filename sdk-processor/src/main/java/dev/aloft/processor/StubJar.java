package dev.aloft.processor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The jar that {@code function.json} names: its manifest leads the Java worker to the package root, where the application's
 * classes lie. So the application's own jar, unpacked, is the whole Azure package.
 */
final class StubJar {
    static final String NAME = "azure.jar";

    private static final String MANIFEST = "Manifest-Version: 1.0\r\nClass-Path: ./\r\n\r\n";
    /** After the first month that a zip can tell, which {@link ZipEntry} would write in a form that has a time zone. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private StubJar() {}

    /** The same bytes on every machine: a fixed time, and no compressor whose version could matter. */
    static byte[] bytes() {
        byte[] manifest = MANIFEST.getBytes(StandardCharsets.UTF_8);
        CRC32 crc = new CRC32();
        crc.update(manifest);
        ZipEntry entry = new ZipEntry("META-INF/MANIFEST.MF");
        entry.setTimeLocal(TIME);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(manifest.length);
        entry.setCrc(crc.getValue());
        ByteArrayOutputStream jar = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(jar)) {
            zip.putNextEntry(entry);
            zip.write(manifest);
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return jar.toByteArray();
    }
}
