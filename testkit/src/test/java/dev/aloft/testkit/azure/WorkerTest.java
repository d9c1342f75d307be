package dev.aloft.testkit.azure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the worker loads classes, finds the entry point, matches parameters and reports failures. */
class WorkerTest {
    private static final String ANSWER =
            "static HttpResponseMessage answer(HttpRequestMessage<Optional<String>> r, Object text) {"
                    + " return r.createResponseBuilder(HttpStatus.OK).body(String.valueOf(text)).build(); }\n";

    private static final String REQUEST =
            "@HttpTrigger(name = \"request\") HttpRequestMessage<Optional<String>> r, ExecutionContext c";

    @TempDir
    private Path folder;

    private TestPackage app;

    @BeforeEach
    void emptyPackage() throws IOException {
        app = TestPackage.in(folder);
    }

    @Test
    void theStubJarLeadsToTheClassesOfThePackage() throws IOException {
        entry("public static HttpResponseMessage http(" + REQUEST
                + ") { return answer(r, Entry.class.getClassLoader().getName()); }");

        assertThat(call().text()).isEqualTo("azure-functions-app");
    }

    @Test
    void theContextClassLoaderIsTheApplicationsDuringTheCall() throws IOException {
        entry(
                "public static HttpResponseMessage http(" + REQUEST
                        + ") { return answer(r, Thread.currentThread().getContextClassLoader() == Entry.class.getClassLoader()); }");
        ClassLoader before = Thread.currentThread().getContextClassLoader();

        assertThat(call().text()).isEqualTo("true");
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    @ParameterizedTest
    @CsvSource({
        "org.assertj.core.api.Assertions, false",
        "dev.aloft.HttpRequest, false",
        "com.google.gson.Gson, false",
        "com.microsoft.azure.functions.annotation.WarmupTrigger, false",
        "com.microsoft.azure.functions.cache.CacheKey, false",
        "com.microsoft.azure.functions.annotation.QueueTrigger, true",
        "java.sql.Connection, true"
    })
    void onlyTheJdkAndTheWorkersApiAreVisible(String className, boolean visible) throws IOException {
        entry("public static HttpResponseMessage http(" + REQUEST + ") { try { Class.forName(\"" + className
                + "\"); return answer(r, true); } catch (ClassNotFoundException e) { return answer(r, false); } }");

        assertThat(call().text()).isEqualTo(String.valueOf(visible));
    }

    @Test
    void jarsOfALibFolderAreOnTheClassPath() throws IOException {
        Files.createDirectories(folder.resolve("mylib"));
        Files.copy(folder.resolve("azure.jar"), folder.resolve("mylib/x.jar"));
        entry("public static HttpResponseMessage http(" + REQUEST
                + ") { return answer(r, ((java.net.URLClassLoader) Entry.class.getClassLoader()).getURLs().length); }");

        assertThat(call().text()).isEqualTo("2");
    }

    @Test
    void nestedClassesNeedTheirBinaryName() throws IOException {
        app.entry(
                "Entry",
                ANSWER + "public static class In { public static HttpResponseMessage http(" + REQUEST
                        + ") { return answer(r, \"nested\"); } }");
        app.http("good", "app.Entry$In.http", "good").http("bad", "app.Entry.In.http", "bad");

        try (AzureWorkerEmulation azure = app.open()) {
            assertThat(azure.http(AzureRequest.of("GET", "/good")).text()).isEqualTo("nested");
            assertThat(azure.errors().get("bad")).contains("ClassNotFoundException");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "public static void http() {} public static void http(int i) {} | more than one public method http",
                "static void http() {} | declares no public method http",
                "public static void other() {} | declares no public method http"
            })
    void theEntryPointIsTheOnlyPublicMethodOfItsName(String methods, String problem) throws IOException {
        app.entry("Entry", methods).http("echo", "app.Entry.http", "echo");

        try (AzureWorkerEmulation azure = app.open()) {
            assertThat(azure.errors().get("echo")).contains(problem);
            AzureReply reply = azure.http(AzureRequest.of("GET", "/echo"));
            assertThat(reply.kind()).isEqualTo(AzureReply.Kind.FAILED);
            assertThat(reply.status()).isEqualTo(500);
            assertThat(reply.body()).isEmpty();
        }
    }

    @Test
    void inheritedMethodsAreNotFound() throws IOException {
        app.entry("Entry", "public static void http() {}");
        app.compile("Child", "package app; public class Child extends Entry {}").http("echo", "app.Child.http", "echo");

        try (AzureWorkerEmulation azure = app.open()) {
            assertThat(azure.errors().get("echo")).contains("declares no public method");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "app.Entry.", ""})
    void theEntryPointNamesClassAndMethod(String entryPoint) throws IOException {
        app.http("echo", entryPoint, "echo");

        try (AzureWorkerEmulation azure = app.open()) {
            assertThat(azure.errors().get("echo")).contains("names no class and method");
        }
    }

    @Test
    void aParameterIsMatchedByTheNameInItsAnnotationOnly() throws IOException {
        entry(
                "public static HttpResponseMessage http(@QueueTrigger(name = \"request\", queueName = \"q\", connection = \"\")"
                        + " HttpRequestMessage<Optional<String>> r, ExecutionContext c) { return answer(r, c.getFunctionName()); }");

        assertThat(call().text()).isEqualTo("echo");
    }

    @Test
    void anOwnAnnotationIsMatchedIfItIsACustomBinding() throws IOException {
        app.compile(
                "Own",
                TestPackage.IMPORTS
                        + "@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)"
                        + "@CustomBinding(direction = \"in\", name = \"request\", type = \"x\") @HasImplicitOutput @interface Own {}");
        entry(
                "public static HttpResponseMessage http(@Own HttpRequestMessage<Optional<String>> r) { return answer(r, \"own\"); }");

        assertThat(call().text()).isEqualTo("own");
    }

    @Test
    void anAnnotationThatIsMissingAtRunTimeLeavesTheParameterUnmatched() throws IOException {
        app.entry("Entry", "public static void http(@WarmupTrigger(name = \"request\") Object r) {}")
                .http("echo", "app.Entry.http", "echo");

        AzureReply reply = call();

        assertThat(reply.kind()).isEqualTo(AzureReply.Kind.FAILED);
        assertThat(reply.cause().orElseThrow()).isInstanceOf(ClassCastException.class);
    }

    @Test
    void anotherBindingNameFailsEveryCall() throws IOException {
        entry(
                "public static HttpResponseMessage http(@HttpTrigger(name = \"req\") HttpRequestMessage<Optional<String>> r)"
                        + " { return answer(r, 1); }");

        assertThat(call().cause().orElseThrow()).hasMessageContaining("No input binding is named req");
    }

    @Test
    void absentMetadataFailsTheCallEvenIfOptional() throws IOException {
        entry("public static HttpResponseMessage http(" + REQUEST + ", @BindingName(\"tag\") Optional<String> t)"
                + " { return answer(r, t.get()); }");

        try (AzureWorkerEmulation azure = app.open()) {
            assertThat(azure.http(AzureRequest.of("GET", "/echo?tag=a&tag=b")).text())
                    .isEqualTo("b");
            assertThat(azure.http(AzureRequest.of("GET", "/echo")).kind()).isEqualTo(AzureReply.Kind.FAILED);
        }
    }

    @Test
    void metadataIsWhatTheClientMakesIt() throws IOException {
        entry("public static HttpResponseMessage http(" + REQUEST + ", @BindingName(\"request\") String t)"
                + " { return answer(r, t); }");

        try (AzureWorkerEmulation azure = app.open()) {
            assertThat(azure.http(AzureRequest.of("GET", "/echo?request=evil")).text())
                    .isEqualTo("evil");
        }
    }

    @Test
    void anExceptionBecomesAFailure() throws IOException {
        entry("public static HttpResponseMessage http(" + REQUEST + ") { c.getLogger().warning(\"about {0}\");"
                + " throw new IllegalStateException(\"secret\"); }");

        AzureReply reply = call();

        assertThat(reply.kind()).isEqualTo(AzureReply.Kind.FAILED);
        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.text()).isEmpty();
        assertThat(reply.function()).contains("echo");
        assertThat(reply.cause().orElseThrow())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("secret");
        assertThat(reply.log()).containsExactly("WARNING about {0}");
    }

    @Test
    void anErrorInsideTheMethodBecomesAFailureToo() throws IOException {
        entry("static class Broken { static final int X = 1 / Integer.parseInt(\"0\"); }"
                + "public static HttpResponseMessage http(" + REQUEST + ") { return answer(r, Broken.X); }");

        AzureReply reply = call();

        assertThat(reply.kind()).isEqualTo(AzureReply.Kind.FAILED);
        assertThat(reply.cause().orElseThrow()).isInstanceOf(ExceptionInInitializerError.class);
    }

    @Test
    void anErrorOfTheEntryClassesStaticInitialiserLeavesTheHostWaiting() throws IOException {
        entry("static final int X = 1 / Integer.parseInt(\"0\"); public static HttpResponseMessage http(" + REQUEST
                + ") { return answer(r, X); }");

        try (AzureWorkerEmulation azure = app.open()) {
            AzureReply first = azure.http(AzureRequest.of("GET", "/echo"));
            AzureReply second = azure.http(AzureRequest.of("GET", "/echo"));

            assertThat(first.kind()).isEqualTo(AzureReply.Kind.NO_RESPONSE);
            assertThat(first.status()).isZero();
            assertThat(first.cause().orElseThrow()).isInstanceOf(ExceptionInInitializerError.class);
            assertThat(second.cause().orElseThrow()).isInstanceOf(NoClassDefFoundError.class);
        }
    }

    @Test
    void anErrorOfTheConstructorLeavesTheHostWaitingButAnExceptionDoesNot() throws IOException {
        app.entry("Dead", "public Dead() { throw new StackOverflowError(); } public void http() {}");
        app.entry("Ill", "public Ill() { throw new IllegalStateException(); } public void http() {}");
        app.http("dead", "app.Dead.http", "dead").http("ill", "app.Ill.http", "ill");

        try (AzureWorkerEmulation azure = app.open()) {
            assertThat(azure.http(AzureRequest.of("GET", "/dead")).kind()).isEqualTo(AzureReply.Kind.NO_RESPONSE);
            assertThat(azure.http(AzureRequest.of("GET", "/ill")).kind()).isEqualTo(AzureReply.Kind.FAILED);
        }
    }

    @Test
    void staticMethodsNeedNoInstance() throws IOException {
        entry("public Entry() { throw new StackOverflowError(); } public static HttpResponseMessage http(" + REQUEST
                + ") { return answer(r, \"static\"); }");

        assertThat(call().text()).isEqualTo("static");
    }

    @Test
    void otherMethodsGetANewInstanceEachTime() throws IOException {
        entry("int calls; public HttpResponseMessage http(" + REQUEST + ") { return answer(r, ++calls); }");

        try (AzureWorkerEmulation azure = app.open()) {
            azure.http(AzureRequest.of("GET", "/echo"));

            assertThat(azure.http(AzureRequest.of("GET", "/echo")).text()).isEqualTo("1");
        }
    }

    @Test
    void aMissingClassInASignatureKeepsTheWorkerFromAnsweringTheLoad() throws IOException {
        app.compile("Gone", "package app; public class Gone {}");
        app.entry("Entry", "public static void http() {} public static void other(Gone g) {}")
                .http("echo", "app.Entry.http", "echo");
        Files.delete(folder.resolve("app/Gone.class"));

        try (AzureWorkerEmulation azure = app.open()) {
            assertThat(azure.errors().get("echo")).contains("NoClassDefFoundError");
            assertThat(azure.http(AzureRequest.of("GET", "/echo")).kind()).isEqualTo(AzureReply.Kind.NO_RESPONSE);
        }
    }

    private void entry(String body) throws IOException {
        app.entry("Entry", ANSWER + body).http("echo", "app.Entry.http", "echo");
    }

    private AzureReply call() throws IOException {
        try (AzureWorkerEmulation azure = app.open()) {
            return azure.http(AzureRequest.of("GET", "/echo"));
        }
    }
}
