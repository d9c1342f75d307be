package dev.aloft.processor;

import dev.aloft.spi.SourceNames;
import java.util.Set;

/** The texts of the errors that only the rules of Azure cause. */
final class AzureErrors {
    private AzureErrors() {}

    static String nameOfFolder(String name, Set<String> folders) {
        return "ALOFT-004 The function name " + name + " is, but for case, also a top-level folder of the jar "
                + folders
                + ", while Azure expects a folder of its own for each function. Choose another name with @FunctionName.";
    }

    static String reservedRoute(String route, String word) {
        return "ALOFT-019 Route " + route + " begins with " + word
                + ". The Azure Functions host refuses every route that begins"
                + " with admin or runtime, in any case. Choose another path, or compile with -Aaloft.azure=false if the"
                + " application never runs on Azure.";
    }

    static String sameRouteOnAzure(DeclaredFunction first, DeclaredFunction second) {
        return "ALOFT-031 The routes of the functions " + first.described() + " and " + second.described()
                + " differ only in case, which the Azure Functions host does not tell apart. Change one of them, or compile"
                + " with -Aaloft.azure=false if the application never runs on Azure.";
    }

    static String badSourceName(DeclaredFunction function, String source, AzureService service) {
        return "ALOFT-051 The source of the function " + function.described() + " cannot be the name of "
                + service.entity() + ". Azure allows " + service.allowedNames()
                + ". Choose another name"
                + (service.takesSetting()
                        ? ", or compile with -Aaloft.azure.sourceSettings=true and give the name in "
                                + SourceNames.setting(source) + "."
                        : ".");
    }

    static String badSubscription(DeclaredFunction function) {
        return "ALOFT-052 The function " + function.described()
                + " reads a Service Bus subscription of its own name, while Azure allows up to 50 characters there, the"
                + " last a letter or digit. Choose another name with @FunctionName.";
    }

    static String blobTellsOfCreatedOnly(DeclaredFunction function, String source) {
        return "ALOFT-068 The function " + function.described()
                + " wants to hear of more than created objects, while the blob trigger of Azure tells of these alone. Take "
                + source + ":blob out of -Aaloft.azure.bindings, so that Event Grid tells, or ask for CREATED only.";
    }

    static String otherTimeZone(DeclaredFunction function, String zone, String azureZone) {
        return "ALOFT-069 The schedule of the function " + function.described() + " goes by the clock of " + zone
                + ", while on Azure all schedules of an application have one time zone, by -Aaloft.azure.timeZone "
                + azureZone + ". If they all go by " + zone + ", compile with -Aaloft.azure.timeZone=" + zone
                + " and set WEBSITE_TIME_ZONE (on Windows to its own name of the zone; a Linux Consumption plan does not have"
                + " the setting). If the application never runs on Azure, compile with -Aaloft.azure=false.";
    }

    static String sameConsumerGroup(DeclaredFunction first, DeclaredFunction second, String source) {
        return "ALOFT-053 The functions " + first.described() + " and " + second.described()
                + " would read one event hub as one consumer group, $Default, so that each gets a part of the records"
                + " only. Handle them in one function, compile with -Aaloft.azure.bindings=" + source
                + ":kafka where the stream is"
                + " a Kafka topic, or with -Aaloft.azure=false if the application never runs on Azure.";
    }
}
