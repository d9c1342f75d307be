package dev.aloft.processor;

import java.util.ArrayList;
import java.util.List;
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
    }

    /** The whole file; ASCII only, so that no encoding setting can spoil it. */
    String text() {
        String body = body();
        String header = packageName.isEmpty() ? "" : "package " + packageName + ";\n\n";
        return ascii(header + names.importLines() + "\n" + body);
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
        List<String> suppressed = new ArrayList<>();
        if (functions.stream().anyMatch(function -> function.target().deprecated())) {
            suppressed.addAll(List.of("deprecation", "removal"));
        }
        if (surroundings.module()) {
            suppressed.add("exports"); // what the module requires without "transitive" is its author's decision
        }
        return suppressed.isEmpty()
                ? generated
                : generated
                        + suppressed.stream()
                                .map(IndexSource::literal)
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
        names.sharedClasses().forEach(type -> members.add(sharedMethod(type)));
        if (functions.stream().anyMatch(function -> !function.target().type().constructible())) {
            members.add(requiredMethod());
        }
        for (DeclaredFunction function : functions) {
            String adapter = names.adapter(function);
            if (adapter != null) {
                members.add(adapterClass(adapter, function.target()));
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
                                .map(function -> "                " + definition + ".http(" + arguments(function) + ")")
                                .collect(Collectors.joining(",\n")));
    }

    private static String arguments(DeclaredFunction function) {
        List<String> arguments = new ArrayList<>();
        arguments.add(function.name());
        arguments.add(function.binding().route().text());
        arguments.addAll(function.binding().methods());
        return arguments.stream().map(IndexSource::literal).collect(Collectors.joining(", "));
    }

    private static String literal(String text) {
        return "\"" + text.replace("\"", "\\\"") + "\"";
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
                                        .formatted(literal(function.name()), creation(function)))
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

    private String adapterClass(String adapter, DeclaredFunction.Target target) {
        String field = names.field(target.type());
        String typedField = names.type(target.type()) + " " + field;
        return """
                    private static final class %s implements %s {
                        private final %s;

                        %s(%s) {
                            this.%s = %s;
                        }

                %s    }
                """.formatted(
                        adapter,
                        names.type("dev.aloft.HttpHandler"),
                        typedField,
                        adapter,
                        typedField,
                        field,
                        field,
                        handleMethod(field + "." + target.method()));
    }

    private String handleMethod(String call) {
        return """
                        @Override
                        public %s handle(%s request, %s context) throws Exception {
                            return %s(request, context);
                        }
                """.formatted(
                        names.type("dev.aloft.HttpResponse"),
                        names.type("dev.aloft.HttpRequest"),
                        names.type("dev.aloft.Context"),
                        call);
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

    private static String ascii(String source) {
        StringBuilder ascii = new StringBuilder(source.length());
        source.chars().forEach(c -> ascii.append(c < 128 ? String.valueOf((char) c) : "\\u%04x".formatted(c)));
        return ascii.toString();
    }
}
