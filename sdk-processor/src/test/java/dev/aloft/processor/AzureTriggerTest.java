package dev.aloft.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static dev.aloft.processor.CompileErrorAssert.assertThatOnlyError;
import static dev.aloft.processor.MessageSources.messageHandler;
import static dev.aloft.processor.MessageSources.method;
import static dev.aloft.processor.Sources.compile;
import static dev.aloft.processor.Sources.expected;
import static dev.aloft.processor.Sources.generatedFile;
import static dev.aloft.processor.Sources.handler;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.aloft.spi.SourceNames;
import java.util.List;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of functions of messages and events, and the names that Azure takes. */
class AzureTriggerTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            @QueueTrigger("orders")  |             | storage-queue
            @QueueTrigger("orders")  | service-bus | service-bus-queue
            @TopicTrigger("orders")  |             | service-bus-topic
            @TopicTrigger("orders")  | event-grid  | event-grid
            @StreamTrigger("orders") |             | event-hubs
            @StreamTrigger("orders") | kafka       | kafka
            """)
    void everyServiceHasItsTrigger(String trigger, String option, String file) {
        List<String> options = option == null ? List.of() : List.of("-Aaloft.azure.bindings=orders:" + option);
        Compilation compilation = compile(options, messageHandler(trigger, "ShipOrder", "String"));

        assertThat(generatedFile(compilation, "ship-order/function.json")).isEqualTo(expected(file + ".json"));
    }

    @Test
    void eventsComeFromEventGrid() {
        Compilation compilation = compile(
                method("@EventTrigger(type = \"com.acme.a\")", "public void on(Event event, Context context) {}"));

        assertThat(generatedFile(compilation, "on/function.json")).isEqualTo(expected("event-grid.json"));
    }

    @Test
    void withoutHttpFunctionsNothingTakesTheOtherRequests() {
        Compilation compilation = compile(messageHandler("@QueueTrigger(\"orders\")", "ShipOrder", "String"));

        assertThat(compilation.generatedFiles())
                .extracting(JavaFileObject::getName)
                .containsExactlyInAnyOrder(
                        "/CLASS_OUTPUT/META-INF/aloft/index",
                        "/CLASS_OUTPUT/azure.jar",
                        "/CLASS_OUTPUT/host.json",
                        "/CLASS_OUTPUT/ship-order/function.json",
                        "/SOURCE_OUTPUT/shop/AloftFunctions.java",
                        "/CLASS_OUTPUT/shop/AloftFunctions.class",
                        "/CLASS_OUTPUT/shop/ShipOrder.class");
    }

    @Test
    void besideMessagesTheOtherRequestsStillGoToTheRouter() {
        Compilation compilation = compile(
                messageHandler("@QueueTrigger(\"orders\")", "ShipOrder", "String"),
                handler("GetOrder", "GET", "/orders/{id}"));

        assertThat(generatedFile(compilation, "zzz-aloft-unmatched/function.json"))
                .isEqualTo(expected("unmatched.json"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            @QueueTrigger("Eu.orders")  | "queueName": "%ALOFT_SOURCE_EU_ORDERS%"
            @TopicTrigger("Eu.orders")  | "topicName": "%ALOFT_SOURCE_EU_ORDERS%"
            @StreamTrigger("Eu.orders") | "eventHubName": "%ALOFT_SOURCE_EU_ORDERS%"
            """)
    void settingsMayHoldTheNames(String trigger, String property) {
        Compilation compilation =
                compile(List.of("-Aaloft.azure.sourceSettings=true"), messageHandler(trigger, "ShipOrder", "String"));

        assertThat(generatedFile(compilation, "ship-order/function.json")).contains(property);
    }

    @Test
    void theOptionAppliesWhereItFits() {
        Compilation compilation = compile(
                List.of("-Aaloft.azure.bindings= orders : event-grid , clicks:kafka"),
                messageHandler("@QueueTrigger(\"orders\")", "Ship", "String"),
                messageHandler("@TopicTrigger(\"orders\")", "Tell", "String"),
                messageHandler("@StreamTrigger(\"clicks\")", "Count", "String"));

        assertThat(generatedFile(compilation, "ship/function.json")).contains("queueTrigger");
        assertThat(generatedFile(compilation, "tell/function.json")).contains("eventGridTrigger");
        assertThat(generatedFile(compilation, "count/function.json")).contains("kafkaTrigger");
    }

    @Test
    void theOptionNamesNoSource() {
        Compilation compilation = compile(
                List.of("-Aaloft.azure.bindings=oders:service-bus"),
                messageHandler("@QueueTrigger(\"orders\")", "Ship", "String"),
                messageHandler("@StreamTrigger(\"clicks\")", "Count", "String"));

        assertThatOnlyError(compilation)
                .says(
                        "ALOFT-035 The compiler option -Aaloft.azure.bindings=oders:service-bus is not valid. Allowed: the sources"
                                + " of the application, [clicks, orders].")
                .pointsNowhere();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            @QueueTrigger("orders")  | kafka         | for the queue orders storage-queue or service-bus
            @TopicTrigger("orders")  | storage-queue | for the topic orders service-bus or event-grid
            @StreamTrigger("orders") | service-bus   | for the stream orders event-hubs or kafka
            """)
    void theOptionDoesNotFitTheSource(String trigger, String service, String allowed) {
        Compilation compilation =
                compile(List.of("-Aaloft.azure.bindings=orders:" + service), messageHandler(trigger, "Ship", "String"));

        assertThatOnlyError(compilation)
                .says("ALOFT-035 The compiler option -Aaloft.azure.bindings=orders:" + service
                        + " is not valid. Allowed: " + allowed + ".")
                .pointsNowhere();
    }

    @Test
    void withoutAzureTheOptionIsOnlyRead() {
        Compilation compilation = compile(
                List.of("-Aaloft.azure=false", "-Aaloft.azure.bindings=oders:service-bus"),
                messageHandler("@QueueTrigger(\"Orders\")", "Ship", "String"));

        assertThat(compilation).succeededWithoutWarnings();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Orders",
                "eu.orders",
                "eu_orders",
                "eu--orders",
                "orders-",
                "eu",
                "orders-poison",
                "a12345678901234567890123456789012345678901234567890123456"
            })
    void storageQueuesHaveNarrowNames(String source) {
        assertThatOnlyError(compile(messageHandler("@QueueTrigger(\"" + source + "\")", "Ship", "String")))
                .says("ALOFT-051 The source of the function ship (shop.Ship, queue messages of " + source
                        + ") cannot be the name of a Storage queue. Azure allows 3 to 56 lower-case letters, digits and single"
                        + " hyphens between them, not ending in -poison, so that the queue of its poison messages has a name,"
                        + " too. Choose another name, or compile with -Aaloft.azure.sourceSettings=true and give the name in "
                        + SourceNames.setting(source) + ".")
                .pointsAt("Ship.java", "\"" + source + "\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            @TopicTrigger("Orders_")  | topic messages | a Service Bus queue or topic
            @StreamTrigger("Orders_") | stream records | an event hub
            """)
    void otherNamesEndInALetterOrDigit(String trigger, String messages, String entity) {
        assertThatOnlyError(compile(messageHandler(trigger, "Ship", "String")))
                .says("ALOFT-051 The source of the function ship (shop.Ship, " + messages
                        + " of Orders_) cannot be the name of " + entity
                        + ". Azure allows names that end in a letter or"
                        + " digit. Choose another name, or compile with -Aaloft.azure.sourceSettings=true and give the name in"
                        + " ALOFT_SOURCE_ORDERS_.")
                .pointsAt("Ship.java", "\"Orders_\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            @QueueTrigger("a12345678901234567890123456789012345678901234567890123-6") |
            @QueueTrigger("Eu.Orders_1")  | Eu.Orders_1:service-bus
            @TopicTrigger("Eu.Orders_1")  |
            @TopicTrigger("orders-")      | orders-:event-grid
            @StreamTrigger("Eu.Clicks_1") |
            @StreamTrigger("Eu.Clicks_")  | Eu.Clicks_:kafka
            """)
    void allOtherNamesAreTaken(String trigger, String binding) {
        List<String> options = binding == null ? List.of() : List.of("-Aaloft.azure.bindings=" + binding);

        assertThat(compile(options, messageHandler(trigger, "Ship", "String"))).succeededWithoutWarnings();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ship-", "s2345678901234567890123456789012345678901234567890x"})
    void theFunctionOfAServiceBusTopicIsNamedLikeASubscription(String name) {
        Compilation compilation = compile(
                messageHandler("@TopicTrigger(\"orders\") @FunctionName(\"" + name + "\")", "Ship", "String"),
                messageHandler("@QueueTrigger(\"orders\") @FunctionName(\"q" + name + "\")", "Other", "String"));

        assertThatOnlyError(compilation)
                .says("ALOFT-052 The function " + name
                        + " (shop.Ship, topic messages of orders) reads a Service Bus subscription"
                        + " of its own name, while Azure allows up to 50 characters there, the last a letter or digit. Choose"
                        + " another name with @FunctionName.")
                .pointsAt("Ship.java", "\"" + name + "\"");
    }

    @Test
    void twoFunctionsOfOneEventHub() {
        Compilation compilation = compile(
                messageHandler("@StreamTrigger(\"clicks\")", "Count", "String"),
                messageHandler("@StreamTrigger(\"clicks\")", "Store", "String"));

        assertThatOnlyError(compilation)
                .says(
                        "ALOFT-053 The functions count (shop.Count, stream records of clicks) and store (shop.Store, stream records"
                                + " of clicks) would read one event hub as one consumer group, $Default, so that each gets a part of"
                                + " the records only. Handle them in one function, compile with -Aaloft.azure.bindings=clicks:kafka"
                                + " where the stream is a Kafka topic, or with -Aaloft.azure=false if the application never runs on"
                                + " Azure.")
                .pointsAt("Store.java", "\"clicks\"");
    }
}
