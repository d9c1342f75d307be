package dev.aloft.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** Checks the only error or warning of a compilation: its whole text, and the text of the source to which it points. */
final class CompileErrorAssert {
    private final Diagnostic<? extends JavaFileObject> error;

    private CompileErrorAssert(Diagnostic<? extends JavaFileObject> error) {
        this.error = error;
    }

    static CompileErrorAssert assertThatOnlyError(Compilation compilation) {
        assertThat(compilation.errors()).hasSize(1);
        return new CompileErrorAssert(compilation.errors().get(0));
    }

    /** By {@code -Werror} the compiler adds an error of its own, which does not count. */
    static CompileErrorAssert assertThatOnlyWarning(Compilation compilation) {
        assertThat(compilation.warnings()).hasSize(1);
        return new CompileErrorAssert(compilation.warnings().get(0));
    }

    CompileErrorAssert says(String text) {
        assertThat(error.getMessage(Locale.ROOT)).isEqualTo(text);
        return this;
    }

    CompileErrorAssert pointsAt(String fileName, String source) {
        try {
            assertThat(error.getSource().getName()).endsWith(fileName);
            String text = error.getSource().getCharContent(true).toString();
            assertThat(text.substring((int) error.getPosition())).startsWith(source);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    CompileErrorAssert pointsNowhere() {
        assertThat(error.getSource()).isNull();
        return this;
    }
}
