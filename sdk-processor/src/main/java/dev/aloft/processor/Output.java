package dev.aloft.processor;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;
import javax.tools.StandardLocation;

/** Writes what was generated, together with the classes that it was generated from, as incremental builds need it. */
final class Output {
    private final Filer filer;
    private final Elements elements;
    private final Report report;

    Output(Filer filer, Elements elements, Report report) {
        this.filer = filer;
        this.elements = elements;
        this.report = report;
    }

    void source(String className, String text, List<DeclaredFunction> origins) {
        try (Writer writer =
                filer.createSourceFile(className, elements(origins)).openWriter()) {
            writer.write(text);
        } catch (FilerException e) {
            report.error(
                    CompileErrors.notWritten(
                            className,
                            "a class of this name is there already. Rename it, or choose another package with -Aaloft.package."));
        } catch (IOException e) {
            report.error(CompileErrors.notWritten(className, String.valueOf(e.getMessage())));
        }
    }

    void file(String path, String text, List<DeclaredFunction> origins) {
        file(path, text.getBytes(StandardCharsets.UTF_8), origins);
    }

    /** Into the class folder, and thereby into the root of the jar. */
    void file(String path, byte[] content, List<DeclaredFunction> origins) {
        try (OutputStream stream = filer.createResource(StandardLocation.CLASS_OUTPUT, "", path, elements(origins))
                .openOutputStream()) {
            stream.write(content);
        } catch (IOException e) {
            report.error(CompileErrors.notWritten(path, String.valueOf(e.getMessage())));
        }
    }

    private Element[] elements(List<DeclaredFunction> origins) {
        return origins.stream()
                .map(function -> function.target().type().name())
                .distinct()
                .map(elements::getTypeElement)
                .filter(Objects::nonNull)
                .toArray(Element[]::new);
    }
}
