package dev.aloft.processor;

import dev.aloft.spi.Binding;
import dev.aloft.spi.EventBinding;
import dev.aloft.spi.HttpBinding;
import dev.aloft.spi.MessageBinding;
import dev.aloft.spi.ScheduleBinding;
import dev.aloft.spi.SourceBinding;
import dev.aloft.spi.StorageBinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Writes the source of the index: the class that a person would write to register the functions by hand.
 *
 * <p>Only the branch of the invoked function names its handler class, so that no other function's classes are loaded; there
 * are no lambdas and no reflection, since their first use costs more than a cold request.
 */
final class IndexSource {
    private final String packageName;
    private final String className;
    private final List<DeclaredFunction> functions;
    private final Surroundings surroundings;
    private final IndexNames names;
    private final AdapterSource adapters;

    /**
     * What the application's module and class path let the index use.
     *
     * @param generated whether {@code javax.annotation.processing.Generated} is visible
     * @param nullable whether JSpecify is visible
     * @param module whether the index is part of a named module
     */
    record Surroundings(boolean generated, boolean nullable, boolean module) {}

    IndexSource(String packageName, String className, List<DeclaredFunction> functions, Surroundings surroundings) {
        this.packageName = packageName;
        this.className = className;
        this.functions = functions;
        this.surroundings = surroundings;
        this.names = new IndexNames(packageName, className, functions);
        this.adapters = new AdapterSource(names);
    }

    /** The whole file; ASCII only, so that no encoding setting can spoil it. */
    String text() {
        String body = body();
        String header = packageName.isEmpty() ? "" : "package " + packageName + ";\n\n";
        return JavaText.ascii(header + names.importLines() + "\n" + body);
    }

    private String body() {
        return """
                /**
                 * The functions of this application, as Aloft's annotation processor found them.
                 *
                 * <p>A change to this file is lost at the next compilation.
                 */
                %spublic final class %s implements %s {
                %s    /** Creates the index; a handler is created when its function is first called. */
                    public %s() {}

                %s}
                """.formatted(
                        classAnnotations(),
                        className,
                        names.type("dev.aloft.spi.FunctionIndex"),
                        fields(),
                        className,
                        String.join("\n", members()));
    }

    private String classAnnotations() {
        String generated = surroundings.generated()
                ? "@" + names.type("javax.annotation.processing.Generated") + "(\"dev.aloft.processor\")\n"
                : "";
        Set<String> suppressed = new TreeSet<>();
        functions.forEach(
                function -> suppressed.addAll(function.target().handling().warnings()));
        if (surroundings.module()) {
            suppressed.add("exports"); // what the module requires without "transitive" is its author's decision
        }
        return suppressed.isEmpty()
                ? generated
                : generated
                        + suppressed.stream()
                                .map(JavaText::literal)
                                .collect(Collectors.joining(", ", "@SuppressWarnings({", "})\n"));
    }

    private String fields() {
        StringBuilder fields = new StringBuilder();
        for (HandlerClass type : names.sharedClasses()) {
            fields.append("    private %s %s;\n".formatted(nullable(names.type(type)), names.field(type)));
        }
        return fields.isEmpty() ? "" : fields + "\n";
    }

    private List<String> members() {
        List<String> members = new ArrayList<>(List.of(functionsMethod(), handlerMethod()));
        if (functions.stream().anyMatch(IndexSource::hasPayload)) {
            members.add(payloadMethod());
        }
        names.sharedClasses().forEach(type -> members.add(sharedMethod(type)));
        if (functions.stream().anyMatch(function -> !function.target().type().constructible())) {
            members.add(requiredMethod());
        }
        for (DeclaredFunction function : functions) {
            String adapter = names.adapter(function);
            if (adapter != null) {
                members.add(adapters.text(adapter, function.target()));
            }
        }
        return members;
    }

    private String functionsMethod() {
        String definition = names.type("dev.aloft.spi.FunctionDefinition");
        String list = names.type("java.util.List");
        return """
                    @Override
                    public %s<%s> functions() {
                        return %s.of(
                %s);
                    }
                """.formatted(
                        list,
                        definition,
                        list,
                        functions.stream()
                                .map(function -> "                " + definition + "." + definition(function))
                                .collect(Collectors.joining(",\n")));
    }

    /** For example {@code http("place-order", "/orders", "POST")}. */
    private String definition(DeclaredFunction function) {
        String name = JavaText.literal(function.name());
        Binding binding = function.binding();
        if (binding instanceof HttpBinding http) {
            return "http(" + name + ", " + JavaText.literal(http.route().text()) + literals(http.methods()) + ")";
        }
        if (binding instanceof EventBinding event) {
            return "event(" + name + ", " + JavaText.literal(event.source()) + literals(event.types()) + ")";
        }
        if (binding instanceof ScheduleBinding schedule) {
            return "schedule(" + name + literals(List.of(schedule.cron(), schedule.zone())) + ")";
        }
        return sourceDefinition(name, (SourceBinding) binding);
    }

    /** For example {@code storage("make-thumbnail", "uploads", StorageEvent.Kind.CREATED)}. */
    private String sourceDefinition(String name, SourceBinding binding) {
        String source = JavaText.literal(binding.source());
        if (binding instanceof MessageBinding messages) {
            String kind = names.type("dev.aloft.spi.MessageBinding") + ".Kind." + messages.kind();
            return "message(" + name + ", " + kind + ", " + source + ")";
        }
        if (binding instanceof StorageBinding storage) {
            String kinds = storage.kinds().stream()
                    .map(kind -> ", " + names.type("dev.aloft.StorageEvent") + ".Kind." + kind)
                    .collect(Collectors.joining());
            return "storage(" + name + ", " + source + kinds + ")";
        }
        return "change(" + name + ", " + source + ")";
    }

    private static boolean hasPayload(DeclaredFunction function) {
        return function.target().handling().payload() != null;
    }

    private static String literals(List<String> texts) {
        return texts.stream().map(text -> ", " + JavaText.literal(text)).collect(Collectors.joining());
    }

    private String handlerMethod() {
        return """
                    @Override
                    public Object handler(String functionName, %s factory) throws Exception {
                        return switch (functionName) {
                %s            default -> throw new IllegalArgumentException("No function " + functionName);
                        };
                    }
                """.formatted(
                        nullable(names.type("dev.aloft.spi.HandlerFactory")),
                        functions.stream()
                                .map(function -> "            case %s -> %s;\n"
                                        .formatted(JavaText.literal(function.name()), creation(function)))
                                .collect(Collectors.joining()));
    }

    private String creation(DeclaredFunction function) {
        HandlerClass type = function.target().type();
        String adapter = names.adapter(function);
        return adapter == null ? newInstance(type) : "new " + adapter + "(" + names.field(type) + "(factory))";
    }

    private String newInstance(HandlerClass type) {
        String name = names.type(type);
        return type.constructible()
                ? "factory == null ? new " + name + "() : factory.create(" + name + ".class)"
                : "required(factory, \"" + type.name() + "\").create(" + name + ".class)";
    }

    private String payloadMethod() {
        return """
                    @Override
                    public %s payloadType(String functionName) {
                        return switch (functionName) {
                %s            default -> throw new IllegalArgumentException("No payload of function " + functionName);
                        };
                    }
                """.formatted(
                        names.type("java.lang.reflect.Type"),
                        functions.stream()
                                .filter(IndexSource::hasPayload)
                                .map(function -> "            case %s -> %s;\n"
                                        .formatted(
                                                JavaText.literal(function.name()),
                                                payload(function.target().handling())))
                                .collect(Collectors.joining()));
    }

    private String payload(Handling handling) {
        TypeName type = Objects.requireNonNull(handling.payload(), "payload");
        return type.isGeneric()
                ? "new " + names.type("dev.aloft.spi.GenericType") + "<" + names.type(type) + ">() {}.type()"
                : names.type(type) + ".class";
    }

    private String sharedMethod(HandlerClass type) {
        String field = names.field(type);
        String factory = nullable(names.type("dev.aloft.spi.HandlerFactory"));
        return """
                    private synchronized %s %s(%s factory) throws Exception {
                        if (%s == null) {
                            %s = %s;
                        }
                        return %s.requireNonNull(%s, "the factory returned null");
                    }
                """.formatted(
                        names.type(type),
                        field,
                        factory,
                        field,
                        field,
                        newInstance(type),
                        names.type("java.util.Objects"),
                        field);
    }

    private String requiredMethod() {
        String factory = names.type("dev.aloft.spi.HandlerFactory");
        String exception = names.type("dev.aloft.AloftException");
        return """
                    private static %s required(%s factory, String className) {
                        if (factory == null) {
                            throw new %s(
                                    %s.Kind.CONFIGURATION,
                                    "ALOFT-112",
                                    "The class " + className + " has no public constructor without parameters, and there is no"
                                            + " handler factory to create it. Set ALOFT_HANDLER_FACTORY to a class that"
                                            + " implements dev.aloft.spi.HandlerFactory.");
                        }
                        return factory;
                    }
                """.formatted(factory, nullable(factory), exception, exception);
    }

    /** A type that may be null; the annotation of a type stands before its last name. */
    private String nullable(String type) {
        if (!surroundings.nullable()) {
            return type;
        }
        int last = type.lastIndexOf('.') + 1;
        String annotation = "@" + names.type("org.jspecify.annotations.Nullable") + " ";
        return type.substring(0, last) + annotation + type.substring(last);
    }
}
