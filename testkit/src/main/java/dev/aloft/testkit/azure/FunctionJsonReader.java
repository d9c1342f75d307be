package dev.aloft.testkit.azure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads one function.json and refuses what the host refuses. Property names are taken with their exact case, and JSON must be
 * strict; the host is a little more lenient in both.
 */
final class FunctionJsonReader {
    private static final Pattern FUNCTION_NAME = Pattern.compile("(?i)(?!host$)[a-z][a-z0-9_-]{0,127}");
    private static final Pattern BINDING_NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9]{0,127}|\\$return");

    private FunctionJsonReader() {}

    static FunctionJson read(Path folder) throws IOException {
        String name = folder.getFileName().toString();
        require(FUNCTION_NAME.matcher(name).matches(), "\"" + name + "\" is not a valid function name");
        JsonFile json = JsonFile.read(folder.resolve("function.json"));
        List<BindingJson> bindings = json.objects("bindings").stream()
                .map(FunctionJsonReader::binding)
                .toList();
        requireValid(bindings);
        return new FunctionJson(
                name, scriptFile(folder, json), json.text("entryPoint").orElse(""), bindings);
    }

    private static Path scriptFile(Path folder, JsonFile json) {
        String written = json.text("scriptFile").orElse("");
        Path file = folder.resolve(written).normalize();
        require(
                !written.isEmpty() && Files.isRegularFile(file),
                "scriptFile \"" + written + "\" does not exist as a file");
        boolean jar = written.toLowerCase(Locale.ROOT).endsWith(".jar");
        require(jar, "scriptFile \"" + written + "\" is no .jar, so it is not for the Java worker");
        return file;
    }

    private static BindingJson binding(JsonFile json) {
        return new BindingJson(
                json.text("name").orElse(""),
                json.text("type").orElse(""),
                json.text("direction").orElse("in"),
                json.text("route").orElse(""),
                json.texts("methods"),
                json.text("authLevel").orElse("function"),
                json.text("dataType").orElse(""),
                json.text("cardinality").orElse(""));
    }

    private static void requireValid(List<BindingJson> bindings) {
        require(!bindings.isEmpty(), "at least one binding must be declared");
        Set<String> names = new HashSet<>();
        for (BindingJson binding : bindings) {
            boolean returns = binding.name().equals("$return");
            require(
                    BINDING_NAME.matcher(binding.name()).matches(),
                    "the binding name \"" + binding.name() + "\" is not valid");
            require(!binding.type().isEmpty(), "the binding " + binding.name() + " has no type");
            require(!returns || binding.direction().equals("out"), "the binding $return must have the direction out");
            require(names.add(binding.name().toLowerCase(Locale.ROOT)), "two bindings are named " + binding.name());
        }
        long triggers = bindings.stream().filter(BindingJson::isTrigger).count();
        require(triggers == 1, "a function has one trigger, not " + triggers);
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException("The host refuses the function: " + otherwise + ".");
        }
    }
}
