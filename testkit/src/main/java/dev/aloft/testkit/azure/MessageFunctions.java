package dev.aloft.testkit.azure;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Invokes functions for messages and events for the host. */
final class MessageFunctions {
    private final LoadedFunctions functions;

    MessageFunctions(LoadedFunctions functions) {
        this.functions = functions;
    }

    AzureInvocation invoke(FunctionJson function, AzureTrigger trigger, AzureRetry retry) {
        BindingJson binding = function.trigger();
        if (!binding.type().equalsIgnoreCase(trigger.type())) {
            throw new IllegalArgumentException("The function " + function.name() + " has the trigger " + binding.type()
                    + ", so it gets nothing of " + trigger.type() + ".");
        }
        HostTrigger host = new HostTrigger(trigger, binding);
        Map<String, RpcData> inputs = Map.of(binding.name(), host.value());
        WorkerInput.Trace trace = new WorkerInput.Trace("00-" + hex() + hex() + "-" + hex() + "-00", "", Map.of());
        WorkerInput input = new WorkerInput(
                UUID.randomUUID().toString(), inputs, host.metadata(), trace, retry.count(), retry.max());
        return new AzureInvocation(functions.invoke(function, input));
    }

    private static String hex() {
        return String.format(Locale.ROOT, "%016x", ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
    }
}
