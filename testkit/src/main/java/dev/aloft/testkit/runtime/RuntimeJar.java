package dev.aloft.testkit.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * One jar of a cloud's runtime and where it lies on this machine: in the folder that the system property {@value #FOLDER} names, by
 * cloud, else in the local Maven repository.
 */
record RuntimeJar(String cloud, String groupId, String artifactId, String version) {
    static final String FOLDER = "aloft.testkit.runtimes";

    static RuntimeJar aws(String groupId, String artifactId) {
        return of("aws", groupId, artifactId);
    }

    static RuntimeJar gcp(String groupId, String artifactId) {
        return of("gcp", groupId, artifactId);
    }

    private static RuntimeJar of(String cloud, String groupId, String artifactId) {
        String version = versions().getProperty(artifactId);
        if (version == null) {
            throw new IllegalStateException("runtimes.properties has no version of " + artifactId);
        }
        return new RuntimeJar(cloud, groupId, artifactId, version);
    }

    private static Properties versions() {
        Properties versions = new Properties();
        try (InputStream file = RuntimeJar.class.getResourceAsStream("runtimes.properties")) {
            if (file == null) {
                throw new IllegalStateException("runtimes.properties is missing beside " + RuntimeJar.class.getName());
            }
            versions.load(file);
            return versions;
        } catch (IOException failure) {
            throw HarnessException.io("Cannot read runtimes.properties", failure);
        }
    }

    String fileName() {
        return artifactId + "-" + version + ".jar";
    }

    Path path() {
        return path(System.getProperty(FOLDER), repository());
    }

    Path path(@Nullable String folder, Path repository) {
        Path jar = folder == null ? inRepository(repository) : Path.of(folder, cloud, fileName());
        if (Files.isRegularFile(jar)) {
            return jar.toAbsolutePath();
        }
        throw HarnessException.missing(
                "There is no " + jar + ", a part of the runtime to test with. " + advice(folder));
    }

    private Path inRepository(Path repository) {
        return repository
                .resolve(groupId.replace('.', '/'))
                .resolve(artifactId)
                .resolve(version)
                .resolve(fileName());
    }

    private String advice(@Nullable String folder) {
        if (folder != null) {
            return "Copy it there, or unset the system property " + FOLDER + " to use the local Maven repository.";
        }
        String coordinates = groupId + ":" + artifactId + ":" + version;
        return "Download it once: mvn dependency:get -Dartifact=" + coordinates + " -Dtransitive=false";
    }

    private static Path repository() {
        String set = System.getProperty("maven.repo.local");
        return set == null ? Path.of(System.getProperty("user.home"), ".m2", "repository") : Path.of(set);
    }
}
