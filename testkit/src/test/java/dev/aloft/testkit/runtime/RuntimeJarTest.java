package dev.aloft.testkit.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuntimeJarTest {
    private static final RuntimeJar JAR = new RuntimeJar("aws", "com.amazonaws", "aws-lambda-java-core", "1.4.0");

    @TempDir
    Path folder;

    @Test
    void folderOfTheRuntimesComesFirst() throws IOException {
        Path jar = Files.createDirectories(folder.resolve("runtimes/aws")).resolve("aws-lambda-java-core-1.4.0.jar");
        Files.createFile(jar);

        assertThat(JAR.path(folder.resolve("runtimes").toString(), folder)).isEqualTo(jar);
    }

    @Test
    void localMavenRepositoryIsTheOtherPlace() throws IOException {
        Path home = Files.createDirectories(folder.resolve("com/amazonaws/aws-lambda-java-core/1.4.0"));
        Path jar = Files.createFile(home.resolve("aws-lambda-java-core-1.4.0.jar"));

        assertThat(JAR.path(null, folder)).isEqualTo(jar);
    }

    @Test
    void absentJarComesWithTheCommandThatGetsIt() {
        assertThatThrownBy(() -> JAR.path(null, folder))
                .isInstanceOfSatisfying(
                        HarnessException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(HarnessException.Kind.RUNTIME_MISSING))
                .hasMessageStartingWith("There is no " + folder)
                .hasMessageEndingWith("Download it once: "
                        + "mvn dependency:get -Dartifact=com.amazonaws:aws-lambda-java-core:1.4.0 -Dtransitive=false");
    }

    @Test
    void jarAbsentFromTheFolderIsNotLookedForElsewhere() {
        assertThatThrownBy(() -> JAR.path(folder.toString(), folder))
                .hasMessageEndingWith("Copy it there, or unset the system property aloft.testkit.runtimes"
                        + " to use the local Maven repository.");
    }

    @Test
    void versionsAreThoseOfTheBuild() {
        assertThat(LambdaClient.jars()).hasSize(4).allMatch(Files::isRegularFile);
        assertThat(RuntimeJar.gcp("com.google.cloud.functions.invoker", "java-function-invoker")
                        .path())
                .isRegularFile();
    }
}
