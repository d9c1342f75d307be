package dev.aloft.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static dev.aloft.processor.CompileErrorAssert.assertThatOnlyError;
import static dev.aloft.processor.Sources.compile;
import static dev.aloft.processor.Sources.handler;
import static dev.aloft.processor.Sources.shop;

import com.google.testing.compile.Compilation;
import java.util.List;
import org.junit.jupiter.api.Test;

class NameErrorsTest {
    @Test
    void nameWithForbiddenCharacters() {
        Compilation compilation =
                compile(handler("@HttpTrigger(path = \"/a\") @FunctionName(\"place order\")", "PlaceOrder"));

        assertThatOnlyError(compilation)
                .says(
                        "ALOFT-001 The function name \"place order\" is not valid. Allowed: a letter, then up to 127 letters,"
                                + " digits, hyphens or underscores.")
                .pointsAt("PlaceOrder.java", "\"place order\"");
    }

    @Test
    void reservedName() {
        Compilation compilation = compile(handler("@HttpTrigger(path = \"/a\") @FunctionName(\"host\")", "PlaceOrder"));

        assertThatOnlyError(compilation)
                .says(
                        "ALOFT-002 The function name \"host\" is reserved. Azure keeps \"host\" and every name that ends in"
                                + " \"lib\", Aloft every name that begins with \"zzz-\". Choose another name with @FunctionName.")
                .pointsAt("PlaceOrder.java", "\"host\"");
    }

    @Test
    void reservedNameOfTheClassPointsAtTheTrigger() {
        Compilation compilation = compile(handler("@HttpTrigger(path = \"/a\")", "StandardLib"));

        assertThatOnlyError(compilation)
                .says(
                        "ALOFT-002 The function name \"standard-lib\" is reserved. Azure keeps \"host\" and every name that ends"
                                + " in \"lib\", Aloft every name that begins with \"zzz-\". Choose another name with @FunctionName.")
                .pointsAt("StandardLib.java", "@HttpTrigger");
    }

    @Test
    void sameNameButForCase() {
        Compilation compilation = compile(
                handler("@HttpTrigger(path = \"/a\")", "PlaceOrder"),
                handler("@HttpTrigger(path = \"/b\") @FunctionName(\"Place-Order\")", "Zebra"));

        assertThatOnlyError(compilation)
                .says(
                        "ALOFT-003 The functions shop.PlaceOrder and shop.Zebra are both named Place-Order (names compare without"
                                + " case). Rename one of them with @FunctionName.")
                .pointsAt("Zebra.java", "\"Place-Order\"");
    }

    @Test
    void nameOfATopLevelFolder() {
        Compilation compilation = compile(handler("@HttpTrigger(path = \"/a\") @FunctionName(\"Shop\")", "PlaceOrder"));

        assertThatOnlyError(compilation)
                .says(
                        "ALOFT-004 The function name Shop is, but for case, also a top-level folder of the jar [dev, META-INF,"
                                + " shop], while Azure expects a folder of its own for each function. Choose another name with"
                                + " @FunctionName.")
                .pointsAt("PlaceOrder.java", "\"Shop\"");
    }

    @Test
    void nameOfAFolderWithoutFunctions() {
        Compilation compilation = compile(
                handler("@HttpTrigger(path = \"/a\") @FunctionName(\"tools\")", "PlaceOrder"),
                "package tools.text; public class Text {}");

        assertThatOnlyError(compilation).pointsAt("PlaceOrder.java", "\"tools\"");
    }

    @Test
    void withoutAzureNamesOfFoldersAreFree() {
        Compilation compilation = compile(
                List.of("-Aaloft.azure=false"),
                handler("@HttpTrigger(path = \"/a\") @FunctionName(\"shop\")", "PlaceOrder"));

        assertThat(compilation).succeeded();
    }

    @Test
    void nameOnClassWithoutTrigger() {
        Compilation compilation = compile(handler("@FunctionName(\"place-order\")", "PlaceOrder"));

        assertThatOnlyError(compilation)
                .says(
                        "ALOFT-029 The class shop.PlaceOrder carries @FunctionName but no trigger, so it would never run. Add"
                                + " a trigger, for example @HttpTrigger, or remove @FunctionName.")
                .pointsAt("PlaceOrder.java", "@FunctionName");
    }

    @Test
    void nameOnMethodWithoutTrigger() {
        Compilation compilation = compile(shop("""
                public class Orders {
                    @FunctionName("place-order")
                    public HttpResponse place(HttpRequest request, Context context) {
                        return HttpResponse.ok("");
                    }
                }
                """));

        assertThatOnlyError(compilation)
                .says(
                        "ALOFT-029 The method shop.Orders.place carries @FunctionName but no trigger, so it would never run. Add"
                                + " a trigger, for example @HttpTrigger, or remove @FunctionName.")
                .pointsAt("Orders.java", "@FunctionName");
    }
}
