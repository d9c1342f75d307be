package dev.aloft.azure;

import dev.aloft.runtime.DeliveryItem;
import dev.aloft.runtime.DeliveryResult;
import dev.aloft.runtime.FunctionRuntime;
import dev.aloft.runtime.Origin;
import dev.aloft.runtime.SelectedFunction;
import dev.aloft.spi.Binding;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.MessageBinding.Kind;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One invocation by a message trigger: first a function is selected, then items are delivered to it. */
final class AzureDelivery {
    private final AzureContext invocation;
    private final AzureApplication application;
    private final FunctionRuntime functions;
    private @Nullable SelectedFunction selected;

    AzureDelivery(AzureContext invocation) {
        this.invocation = invocation;
        this.application = invocation.application();
        this.functions = application.functions();
    }

    /** What the function that the host names is bound to; null if it is not one of the application. */
    @Nullable
    Binding declared() {
        FunctionDefinition definition = application.definition(invocation.functionName());
        return definition == null ? null : definition.binding();
    }

    /**
     * Takes the function that the host names. The host does not tell the source where no sender could forge it, so the entry
     * point's method stands for it in error messages.
     */
    void selectMessages(String service, List<Kind> kinds, String method) {
        String entry = "AzureEntryPoint." + method;
        selected = functions.select(invocation.functionName(), Origin.messages(service, kinds, entry, entry));
    }

    void selectEvents(String service, String method) {
        String entry = "AzureEntryPoint." + method;
        selected = functions.select(invocation.functionName(), Origin.event(service, entry, entry));
    }

    /** The platform's name of the source, by the setting that the generated function.json refers to as well. */
    String source() {
        return functions.source(Objects.requireNonNull(selected));
    }

    TriggerMetadata metadata() {
        return new TriggerMetadata(invocation);
    }

    /** Returns if everything is done, and throws otherwise: no trigger of this platform can take a part. */
    void deliver(List<DeliveryItem> items) {
        DeliveryResult result = functions.deliver(Objects.requireNonNull(selected), items, invocation);
        if (!result.isDone()) {
            throw result.failure();
        }
    }
}
