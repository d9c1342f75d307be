package dev.aloft.azure;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.azure.functions.annotation.CustomBinding;
import com.microsoft.azure.functions.annotation.HttpTrigger;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AzureEntryPointTest {

    @Test
    void answersByMethodAndPath() {
        FakeWorker worker = new FakeWorker("get-order", "GET", "http://h/orders/a%20b").call();

        assertThat(worker.sentStatus).isEqualTo(200);
        assertThat(worker.sentText()).isEqualTo("id=a b");
        assertThat(worker.sentHeaders).containsEntry("content-type", "text/plain; charset=utf-8");
    }

    @Test
    void theMostSpecificRouteWinsWhateverFunctionTheHostChose() {
        FakeWorker worker = new FakeWorker("get-order", "GET", "http://h/orders/latest").call();

        assertThat(worker.sentText()).isEqualTo("the latest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zzz-aloft-unmatched", "get-order", "GET-ORDER"})
    void noSuchPathIs404(String functionName) {
        FakeWorker worker = new FakeWorker(functionName, "GET", "http://h/Orders/1").call();

        assertThat(worker.sentStatus).isEqualTo(404);
        assertThat(worker.sentText()).contains("\"invocationId\":\"i-1\"");
    }

    @Test
    void anotherMethodIs405() {
        FakeWorker worker = new FakeWorker("zzz-aloft-unmatched", "DELETE", "http://h/orders/1").call();

        assertThat(worker.sentStatus).isEqualTo(405);
        assertThat(worker.sentHeaders).containsEntry("allow", "GET, HEAD");
    }

    @Test
    void aMethodThatTheWorkerCannotNameIsOneThatNoFunctionHas() {
        assertThat(new FakeWorker("zzz-aloft-unmatched", "PROPFIND", "http://h/orders/1").call().sentStatus)
                .isEqualTo(405);
        assertThat(new FakeWorker("zzz-aloft-unmatched", "PROPFIND", "http://h/none").call().sentStatus)
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"other", "", "aloft-other"})
    void aFunctionThatIsNotTheApplicationsFailsLoudly(String functionName) {
        FakeWorker worker = new FakeWorker(functionName, "GET", "http://h/orders/1").call();

        assertThat(worker.sentStatus).isEqualTo(500);
        assertThat(worker.sentText()).contains("\"code\":\"ALOFT-102\"");
        assertThat(worker.log)
                .singleElement()
                .asString()
                .contains("SEVERE")
                .contains("No function named " + functionName);
    }

    @Test
    void anErrorInAHandlerIsAProblemAndALogEntry() {
        FakeWorker worker = new FakeWorker("broken", "GET", "http://h/broken").call();

        assertThat(worker.sentStatus).isEqualTo(500);
        assertThat(worker.sentText()).contains("i-1").doesNotContain("secret");
        assertThat(worker.log).singleElement().asString().startsWith("SEVERE Function broken failed, invocation i-1");
    }

    @Test
    void aRequestThatCannotBeReadIs400() {
        FakeWorker worker = new FakeWorker("echo", "POST", "http://h/echo")
                .header("content-type", "image/png")
                .header("content-length", "2")
                .body("\uFFFD\uFFFD")
                .call();

        assertThat(worker.sentStatus).isEqualTo(400);
        assertThat(worker.sentText()).contains("\"code\":\"ALOFT-310\"").contains("instead of image/png");
        assertThat(worker.log).filteredOn(entry -> entry.startsWith("SEVERE")).isEmpty();
    }

    @Test
    void ofSeveralCookiesTheFirstIsSentAndTheLossIsLoggedOnce() {
        FakeWorker first = new FakeWorker("cookies", "GET", "http://h/cookies").call();
        FakeWorker second = new FakeWorker("cookies", "GET", "http://h/cookies").call();

        assertThat(first.sentHeaders.get("set-cookie")).startsWith("a=1");
        assertThat(second.sentHeaders.get("set-cookie")).startsWith("a=1");
        assertThat(first.log)
                .containsExactly(
                        "WARNING ALOFT-412 The response has several Set-Cookie headers; Azure sends one, so only the"
                                + " first was kept. Set one cookie per response. This is logged once.");
        assertThat(second.log).isEmpty();
    }

    @Test
    void theContextTellsWhereTheFunctionRuns() {
        assertThat(new FakeWorker("context", "GET", "http://h/context").call().sentText())
                .isEqualTo("azure context i-1");
    }

    @Test
    void theWorkerFindsUniquePublicStaticMethodsAndNoState() {
        List<Method> methods = Arrays.stream(AzureEntryPoint.class.getMethods())
                .filter(method -> method.getDeclaringClass() == AzureEntryPoint.class)
                .toList();

        assertThat(methods)
                .extracting(Method::getName)
                .containsExactlyInAnyOrder(
                        "http",
                        "storageQueue",
                        "serviceBus",
                        "eventHubs",
                        "kafka",
                        "eventGrid",
                        "storage",
                        "blob",
                        "timer",
                        "cosmosDb",
                        "sql");
        assertThat(methods).allMatch(method -> Modifier.isStatic(method.getModifiers()));
        List<Field> state = Arrays.stream(AzureEntryPoint.class.getDeclaredFields())
                .filter(field -> !field.isSynthetic())
                .toList();
        assertThat(state).isEmpty();
    }

    @Test
    void theWorkerFindsTheBindingsByTheirNames() {
        for (Method method : AzureEntryPoint.class.getMethods()) {
            if (method.getDeclaringClass() == AzureEntryPoint.class) {
                HttpTrigger trigger = method.getParameters()[0].getAnnotation(HttpTrigger.class);
                AzureBinding binding = method.getParameters()[0].getAnnotation(AzureBinding.class);
                String name = trigger == null ? binding.name() : trigger.name();
                assertThat(name).isEqualTo(method.getName().equals("http") ? "request" : "message");
            }
        }
        assertThat(AzureBinding.class.getAnnotation(CustomBinding.class)).isNotNull();
    }

    @Test
    void aFunctionForMessagesAnswersNoRequest() {
        FakeWorker worker = new FakeWorker("on-queue", "GET", "http://h/orders/1").call();

        assertThat(worker.sentStatus).isEqualTo(500);
        assertThat(worker.sentText()).contains("\"code\":\"ALOFT-204\"");
        assertThat(worker.log)
                .singleElement()
                .asString()
                .contains(
                        "ALOFT-204 Function on-queue expects queue messages of orders but got azure:http (a request to"
                                + " AzureEntryPoint.http). Let its function.json name the entry point for its trigger; the annotation"
                                + " processor writes it so.");
    }
}
