package dev.aloft.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static dev.aloft.processor.CompileErrorAssert.assertThatOnlyError;
import static dev.aloft.processor.Sources.compile;
import static dev.aloft.processor.Sources.handler;

import com.google.testing.compile.Compilation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteErrorsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            orders                | ALOFT-010 Route "orders" does not begin with a slash. Write for example /orders/{id}.
            /orders/{id}/{id}     | ALOFT-011 Route /orders/{id}/{id} names the parameter id twice. Rename one of them.
            /orders/              | ALOFT-012 Route /orders/ has an empty segment, or one that is "." or "..". Platforms refuse or rewrite such paths; take the segment out.
            /orders/x{id}         | ALOFT-013 Route /orders/x{id} has the segment x{id}, which is no valid parameter. A parameter is a whole segment: {name} with letters, digits and underscores, beginning with a letter, or {name...} for all the rest.
            /files/{path...}/info | ALOFT-014 Route /files/{path...}/info goes on after {path...}. A {name...} takes all the rest, so it is last.
            /orders/a*b           | ALOFT-015 Route /orders/a*b has the character '*' in literal text. Allowed: every visible character except % ? # * \\ { }; write text decoded, for example /café.
            """)
    void badRoute(String route, String message) {
        Compilation compilation = compile(handler("@HttpTrigger(path = \"" + route + "\")", "PlaceOrder"));

        assertThatOnlyError(compilation).says(message).pointsAt("PlaceOrder.java", "\"" + route + "\"");
    }

    @Test
    void noMethod() {
        Compilation compilation = compile(handler("@HttpTrigger(method = {}, path = \"/a\")", "PlaceOrder"));

        assertThatOnlyError(compilation)
                .says("ALOFT-016 Route /a has no method. Allowed: [GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS].")
                .pointsAt("PlaceOrder.java", "{}");
    }

    @Test
    void unknownMethodAmongOthers() {
        Compilation compilation =
                compile(handler("@HttpTrigger(method = {\"GET\", \"post\"}, path = \"/a\")", "PlaceOrder"));

        assertThatOnlyError(compilation)
                .says(
                        "ALOFT-017 Route /a has the method \"post\". Allowed: [GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS], in"
                                + " upper case.")
                .pointsAt("PlaceOrder.java", "\"post\"");
    }

    @Test
    void twoFunctionsForOneMethodAndPath() {
        Compilation compilation =
                compile(handler("ShowOrder", "GET", "/orders/{number}"), handler("GetOrder", "GET", "/orders/{id}"));

        assertThatOnlyError(compilation)
                .says(
                        "ALOFT-018 The functions get-order (shop.GetOrder, /orders/{id}) and show-order (shop.ShowOrder,"
                                + " /orders/{number}) both answer GET on the same paths. Change the method or the path of one of them.")
                .pointsAt("ShowOrder.java", "\"/orders/{number}\"");
    }

    @Test
    void onePathForTwoMethods() {
        Compilation compilation =
                compile(handler("PlaceOrder", "POST", "/orders"), handler("ListOrders", "GET", "/orders"));

        assertThat(compilation).succeeded();
    }

    @ParameterizedTest
    @CsvSource({"/admin/users,admin", "/Administrators,admin", "/runtimes/{id},runtime"})
    void routeThatTheHostOfAzureRefuses(String route, String word) {
        Compilation compilation = compile(handler("PlaceOrder", "GET", route));

        assertThatOnlyError(compilation)
                .says("ALOFT-019 Route " + route + " begins with " + word
                        + ". The Azure Functions host refuses every route"
                        + " that begins with admin or runtime, in any case. Choose another path, or compile with"
                        + " -Aaloft.azure=false if the application never runs on Azure.")
                .pointsAt("PlaceOrder.java", "\"" + route + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/users/admin", "/{admin}", "/ad/min"})
    void routeThatTheHostOfAzureTakes(String route) {
        assertThat(compile(handler("PlaceOrder", "GET", route))).succeeded();
    }

    @Test
    void withoutAzureNoRouteIsReserved() {
        assertThat(compile(List.of("-Aaloft.azure=false"), handler("PlaceOrder", "GET", "/admin")))
                .succeeded();
    }

    @Test
    void routesThatDifferOnlyInCase() {
        Compilation compilation =
                compile(handler("GetOrder", "GET", "/orders/{id}"), handler("HeadOrder", "HEAD", "/Orders/{ID}"));

        assertThatOnlyError(compilation)
                .says("ALOFT-031 The routes of the functions get-order (shop.GetOrder, /orders/{id}) and head-order"
                        + " (shop.HeadOrder, /Orders/{ID}) differ only in case, which the Azure Functions host does not tell"
                        + " apart. Change one of them, or compile with -Aaloft.azure=false if the application never runs on"
                        + " Azure.")
                .pointsAt("HeadOrder.java", "\"/Orders/{ID}\"");
    }

    @Test
    void withoutAzureRoutesMayDifferOnlyInCase() {
        Compilation compilation = compile(
                List.of("-Aaloft.azure=false"),
                handler("GetOrder", "GET", "/orders"),
                handler("GetOrders", "GET", "/Orders"));

        assertThat(compilation).succeeded();
    }
}
