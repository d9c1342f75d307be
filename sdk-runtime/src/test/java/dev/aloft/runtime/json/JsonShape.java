package dev.aloft.runtime.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** A line of {@code json/shapes.txt}, which explains the format. */
record JsonShape(String verdict, String name, byte[] input) {
    static List<JsonShape> all() {
        try (InputStream file = JsonShape.class.getResourceAsStream("/json/shapes.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> line.split(" ", 3))
                    .map(columns -> new JsonShape(columns[0], columns[1], bytes(columns[2])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isAccepted() {
        return verdict.equals("y") || verdict.equals("i+");
    }

    private static byte[] bytes(String input) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int at = 0;
        while (at < input.length()) {
            if (input.charAt(at) == '<') {
                int end = input.indexOf('>', at);
                bytes.writeBytes(repeated(input.substring(at + 1, end)));
                at = end + 1;
            } else {
                bytes.write(input.charAt(at++));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] repeated(String hexAndCount) {
        String[] parts = hexAndCount.split("\\*");
        String[] octets = parts[0].split(" ");
        byte[] once = new byte[octets.length];
        for (int i = 0; i < once.length; i++) {
            once[i] = (byte) Integer.parseInt(octets[i], 16);
        }
        int count = parts.length == 1 ? 1 : Integer.parseInt(parts[1]);
        byte[] bytes = Arrays.copyOf(once, once.length * count);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = once[i % once.length];
        }
        return bytes;
    }

    /** Names the test. */
    @Override
    public String toString() {
        return verdict + " " + name;
    }
}
