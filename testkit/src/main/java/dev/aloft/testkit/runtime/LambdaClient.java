package dev.aloft.testkit.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** AWS's Java runtime interface client: its jars and its native library. */
final class LambdaClient {
    static final String MAIN_CLASS = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
    static final String LIBRARY_PROPERTY =
            "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

    private LambdaClient() {}

    static List<Path> jars() {
        return List.of(
                clientJar(),
                RuntimeJar.aws("com.amazonaws", "aws-lambda-java-core").path(),
                RuntimeJar.aws("com.amazonaws", "aws-lambda-java-serialization").path(),
                RuntimeJar.aws("software.amazon.awssdk", "utils-lite").path());
    }

    private static Path clientJar() {
        return RuntimeJar.aws("com.amazonaws", "aws-lambda-java-runtime-interface-client")
                .path();
    }

    static Optional<String> unavailableReason(String os, String architecture) {
        if (!os.equals("Linux")) {
            return Optional.of(
                    "AWS's Java runtime interface client has a native part for Linux only; this is " + os + ".");
        }
        if (library(architecture).isEmpty()) {
            String known = "x86_64 and aarch64 only; this is " + architecture + ".";
            return Optional.of("AWS's Java runtime interface client has a native part for " + known);
        }
        return Optional.empty();
    }

    private static Optional<String> library(String architecture) {
        String libc = Files.exists(Path.of("/etc/alpine-release")) ? "linux_musl" : "linux";
        return switch (architecture.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> Optional.of("jni/libaws-lambda-jni." + libc + "-x86_64.so");
            case "aarch64", "arm64" -> Optional.of("jni/libaws-lambda-jni." + libc + "-aarch_64.so");
            default -> Optional.empty();
        };
    }

    /**
     * Puts the native library into a folder of its own. Left to itself the client writes it to one fixed file of the machine, and
     * clients that start together overwrite the library under each other's feet: they die with SIGBUS.
     */
    static Path nativeLibrary(Path folder) {
        String entry = library(System.getProperty("os.arch")).orElseThrow();
        Path library = folder.resolve("libaws-lambda-jni.so");
        try (ZipFile jar = new ZipFile(clientJar().toFile())) {
            ZipEntry found = jar.getEntry(entry);
            if (found == null) {
                throw new IOException("There is no entry " + entry);
            }
            try (InputStream content = jar.getInputStream(found)) {
                Files.copy(content, library);
            }
            return library;
        } catch (IOException failure) {
            throw HarnessException.io("Cannot unpack the native library of " + clientJar(), failure);
        }
    }
}
