package dev.aloft.testkit.azure;

import java.nio.file.Path;
import java.util.List;

/**
 * A function as its folder describes it.
 *
 * @param name the folder's name
 * @param scriptFile the jar, an absolute path
 * @param entryPoint class and method
 * @param bindings exactly one of them a trigger
 */
record FunctionJson(String name, Path scriptFile, String entryPoint, List<BindingJson> bindings) {
    FunctionJson {
        bindings = List.copyOf(bindings);
    }

    BindingJson trigger() {
        return bindings.stream().filter(BindingJson::isTrigger).findFirst().orElseThrow();
    }

    boolean isHttp() {
        return trigger().isHttpTrigger();
    }

    /** Only this binding takes a return value; any other name would need an OutputBinding parameter. */
    boolean returnsHttp() {
        return bindings.stream()
                .anyMatch(binding ->
                        binding.name().equals("$return") && binding.type().equalsIgnoreCase("http"));
    }

    boolean hasOutput(String bindingName) {
        return bindings.stream().anyMatch(binding -> binding.name().equals(bindingName) && binding.isOutput());
    }
}
