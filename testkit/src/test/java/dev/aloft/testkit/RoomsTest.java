package dev.aloft.testkit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of docs/architecture.md: who may know whom, and what may be public. */
class RoomsTest {
    private static final String[] VENDORS = {
        "com.amazonaws..", "com.microsoft.azure..", "com.google.cloud..", "io.cloudevents.."
    };

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.aloft");

    @Test
    void everyRoomIsSeen() {
        assertThat(CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toSet()))
                .contains(
                        "dev.aloft",
                        "dev.aloft.spi",
                        "dev.aloft.runtime",
                        "dev.aloft.runtime.cloudevents",
                        "dev.aloft.runtime.json",
                        "dev.aloft.aws",
                        "dev.aloft.azure",
                        "dev.aloft.gcp",
                        "dev.aloft.local",
                        "dev.aloft.local.engine",
                        "dev.aloft.local.junit",
                        "dev.aloft.local.recording");
    }

    @Test
    void apiKnowsOnlyTheJdk() {
        classes()
                .that()
                .resideInAnyPackage("dev.aloft", "dev.aloft.spi")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", "dev.aloft", "dev.aloft.spi"))
                .check(CLASSES);
    }

    @Test
    void runtimeKnowsOnlyTheApi() {
        classes()
                .that()
                .resideInAPackage("dev.aloft.runtime..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..", "org.jspecify..", "dev.aloft", "dev.aloft.spi", "dev.aloft.runtime.."))
                .check(CLASSES);
    }

    @Test
    void engineKnowsNoRuntimeAndNoServer() {
        classes()
                .that()
                .resideInAPackage("dev.aloft.local.engine")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("java..", "org.jspecify..", "dev.aloft", "dev.aloft.local.engine"))
                .check(CLASSES);
    }

    @Test
    void junitIsForTestsAlone() {
        noClasses()
                .that()
                .resideInAPackage("dev.aloft..")
                .and()
                .resideOutsideOfPackages("dev.aloft.local.junit", "dev.aloft.testkit..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.junit..", "org.opentest4j..", "dev.aloft.local.junit"))
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws", "azure", "gcp", "local"})
    void adaptersDoNotKnowEachOther(String adapter) {
        List<String> others = List.of("aws", "azure", "gcp", "local").stream()
                .filter(other -> !other.equals(adapter))
                .toList();

        noClasses()
                .that()
                .resideInAPackage("dev.aloft." + adapter + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(others.stream()
                        .map(other -> "dev.aloft." + other + "..")
                        .toArray(String[]::new)))
                .check(CLASSES);
    }

    @Test
    void vendorTypesStandAtTheEdgeOnly() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.aloft", "dev.aloft.spi", "dev.aloft.runtime..", "dev.aloft.local..")
                .or()
                .resideInAnyPackage("dev.aloft.aws..", "dev.aloft.azure..", "dev.aloft.gcp..")
                .and()
                .haveSimpleNameNotEndingWith("EntryPoint")
                .and()
                .haveSimpleNameNotEndingWith("Mapper")
                .and()
                .haveSimpleNameNotEndingWith("Context")
                .and()
                .doNotHaveSimpleName("AzureBinding")
                .should()
                .dependOnClassesThat(resideInAnyPackage(VENDORS))
                .check(CLASSES);
    }

    @Test
    void adaptersShowOnlyTheirEntryPoint() {
        List<String> shown = CLASSES.stream()
                .filter(resideInAPackage("dev.aloft.aws..")
                        .or(resideInAPackage("dev.aloft.azure.."))
                        .or(resideInAPackage("dev.aloft.gcp..")))
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC) && type.isTopLevelClass())
                .map(JavaClass::getSimpleName)
                .sorted()
                .toList();

        assertThat(shown)
                .contains("AzureEntryPoint", "GcpEntryPoint", "LambdaEntryPoint")
                .allSatisfy(name -> assertThat(name).matches(".*EntryPoint|AzureBinding"));
    }
}
