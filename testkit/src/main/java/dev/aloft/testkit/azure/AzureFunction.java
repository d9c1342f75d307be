package dev.aloft.testkit.azure;

import java.util.List;

/**
 * One function of a package as the host lists it.
 *
 * @param name the folder's name, for example {@code place-order}
 * @param entryPoint class and method, for example {@code dev.aloft.azure.AzureEntryPoint.http}
 * @param trigger the type of its trigger, for example {@code httpTrigger}
 * @param route the whole route with the prefix, for example {@code orders/{id}}; empty for other triggers and for the root
 * @param methods the methods as function.json has them, for example {@code [get]}; empty if all are allowed
 */
public record AzureFunction(String name, String entryPoint, String trigger, String route, List<String> methods) {
    /** Copies the methods. */
    public AzureFunction {
        methods = List.copyOf(methods);
    }
}
