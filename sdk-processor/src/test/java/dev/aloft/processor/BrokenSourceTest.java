package dev.aloft.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static dev.aloft.processor.Sources.compile;
import static dev.aloft.processor.Sources.handler;
import static dev.aloft.processor.Sources.shop;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the compiler itself reports is not reported a second time, and nothing fails because of it. */
class BrokenSourceTest {
    private static final String HANDLE =
            "public HttpResponse handle(HttpRequest request, Context context) { return null; }";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@HttpTrigger(path = \"/a\") public class Broken extends Missing { " + HANDLE + " }",
                "@HttpTrigger(path = \"/a\") public class Broken implements Missing { " + HANDLE + " }",
                "@HttpTrigger(path = \"/a\") public class Broken extends Broken {}",
                "@HttpTrigger public class Broken implements HttpHandler { " + HANDLE + " }",
                "@HttpTrigger(path = MISSING) public class Broken implements HttpHandler { " + HANDLE + " }",
                "@HttpTrigger(path = 7) public class Broken implements HttpHandler { " + HANDLE + " }",
                "@HttpTrigger(path = \"/a\", method = {\"GET\", MISSING}) public class Broken implements HttpHandler { "
                        + HANDLE + " }",
                "@HttpTrigger(path = \"/a\") @FunctionName public class Broken implements HttpHandler { " + HANDLE
                        + " }",
                "@HttpTrigger(path = \"/a\") @FunctionName(MISSING) public class Broken implements HttpHandler { "
                        + HANDLE + " }",
                "@HttpTrigger(path = \"/a\") @HttpTrigger(path = \"/b\") public class Broken implements HttpHandler { "
                        + HANDLE + " }",
                "@HttpTrigger(path = \"/a\") public class Broken implements HttpHandler {"
                        + " public HttpResponse handle(Missing request, Context context) { return null; } }",
                "public class Broken { @HttpTrigger(path = \"/a\")"
                        + " public HttpResponse list(Missing request, Context context) { return null; } }",
                "public class Broken { @HttpTrigger(path = \"/a\")"
                        + " public Missing list(HttpRequest request, Context context) { return null; } }",
                "public class Broken { @HttpTrigger(path = \"/a\") public list(HttpRequest request) { return null; } }",
                "public class Broken { @HttpTrigger(path = \"/a\") private int field; }",
                "@HttpTrigger(path = \"/a\" public class Broken {",
                "@HttpTrigger(path = \"/a\") public class Broken {",
                "@HttpTrigger(path = \"/a\") public class Broken implements HttpHandler { " + HANDLE
                        + " } class Broken {}"
            })
    void onlyTheCompilersOwnErrorsAreShown(String type) {
        Compilation compilation = compile(shop(type), handler("PlaceOrder", "POST", "/orders"));

        assertThat(compilation).failed();
        assertThat(compilation.errors())
                .isNotEmpty()
                .noneSatisfy(error -> assertThat(error.getMessage(Locale.ROOT)).contains("ALOFT-"));
    }

    @Test
    void anErrorElsewhereHidesNoMistake() {
        Compilation compilation = compile(
                "package shop; public class Broken { Missing field; }", handler("PlaceOrder", "POST", "orders"));

        assertThat(compilation).hadErrorContaining("ALOFT-010 Route \"orders\" does not begin with a slash.");
    }

    @Test
    void anUnknownApiIsTheCompilersBusiness() {
        Compilation compilation = compile("package shop; @HttpTrigger(path = \"/a\") public class Broken {}");

        assertThat(compilation).hadErrorContaining("cannot find symbol");
        assertThat(compilation).hadErrorCount(1);
    }
}
