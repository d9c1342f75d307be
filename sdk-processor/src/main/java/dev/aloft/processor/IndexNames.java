package dev.aloft.processor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What things are called in the index class, so that no two names get into each other's way. */
final class IndexNames {
    private static final Set<String> JAVA_LANG =
            Set.of("Exception", "IllegalArgumentException", "Object", "Override", "String", "SuppressWarnings");
    private static final Set<String> API = Set.of(
            "AloftException",
            "BatchHandler",
            "BatchResult",
            "ChangeEvent",
            "ChangeHandler",
            "Context",
            "Event",
            "EventHandler",
            "FunctionDefinition",
            "FunctionIndex",
            "Generated",
            "GenericType",
            "HandlerFactory",
            "HttpHandler",
            "HttpRequest",
            "HttpResponse",
            "List",
            "Message",
            "MessageBinding",
            "MessageHandler",
            "Nullable",
            "Objects",
            "ScheduleEvent",
            "ScheduleHandler",
            "StorageEvent",
            "StorageHandler",
            "Type");
    /** The parameters of the index's methods, and the packages that expressions in them may begin with. */
    private static final Set<String> VARIABLES =
            Set.of("className", "context", "dev", "factory", "functionName", "java", "request");

    private final Map<String, String> adapters = new LinkedHashMap<>();
    private final Map<HandlerClass, String> fields = new LinkedHashMap<>();
    private final Imports imports;

    IndexNames(String packageName, String className, List<DeclaredFunction> functions) {
        Set<String> types = new TreeSet<>(JAVA_LANG);
        types.addAll(API);
        types.add(className);
        Set<String> parameters = new TreeSet<>(VARIABLES);
        for (DeclaredFunction function : functions) {
            types.add(function.target().type().simpleName());
            Handling handling = function.target().handling();
            parameters.add(parameter(handling.kind()));
            if (handling.payload() != null) {
                handling.payload().classes().map(IndexNames::simpleName).forEach(types::add);
            }
        }
        Identifiers nested = new Identifiers(types);
        Identifiers variables = new Identifiers(parameters);
        for (DeclaredFunction function : functions) {
            HandlerClass type = function.target().type();
            String method = function.target().method();
            if (method != null) {
                adapters.put(function.name(), nested.next(type.simpleName() + capitalised(method)));
                fields.computeIfAbsent(type, unused -> variables.next(decapitalised(type.simpleName())));
            }
        }
        Set<String> ownNames = new TreeSet<>(adapters.values());
        ownNames.addAll(JAVA_LANG);
        ownNames.add(className);
        this.imports = new Imports(packageName, ownNames);
    }

    /** What a handler's method calls that which it handles. */
    static String parameter(HandlerKind kind) {
        return switch (kind) {
            case HTTP -> "request";
            case MESSAGE -> "message";
            case BATCH -> "messages";
            case EVENT, STORAGE, SCHEDULE -> "event";
            case CHANGE -> "change";
        };
    }

    private static String simpleName(String qualifiedName) {
        return qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
    }

    private static String capitalised(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static String decapitalised(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    String type(String qualifiedName) {
        String simpleName = simpleName(qualifiedName);
        boolean seen = JAVA_LANG.contains(simpleName) && qualifiedName.equals("java.lang." + simpleName);
        return seen ? simpleName : imports.name(qualifiedName);
    }

    String type(TypeName type) {
        return type.text(this::type);
    }

    String type(HandlerClass type) {
        return imports.name(type.name());
    }

    /** The nested class through which a method is called; null for a function that is a class of its own. */
    @Nullable
    String adapter(DeclaredFunction function) {
        return adapters.get(function.name());
    }

    /** The classes whose functions share one instance, in a stable order. */
    List<HandlerClass> sharedClasses() {
        return new ArrayList<>(fields.keySet());
    }

    /** The field, and the method, that holds the one instance of such a class. */
    String field(HandlerClass type) {
        return fields.getOrDefault(type, "");
    }

    String importLines() {
        return imports.lines();
    }
}
