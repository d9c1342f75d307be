package dev.aloft.testkit.azure;

import dev.aloft.HttpRequest;
import dev.aloft.azure.AzureEntryPoint;
import dev.aloft.runtime.FunctionRuntime;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A package with one function per kind of trigger. Each logs what it was handed; a body of one word has it do what it says. */
final class MessagePackage {
    private static final String INDEX = """
            package app;
            import com.microsoft.azure.functions.ExecutionContext;
            import dev.aloft.*;
            import dev.aloft.spi.*;
            import dev.aloft.testkit.azure.MessageText;
            import java.lang.reflect.Type;
            import java.nio.charset.StandardCharsets;
            import java.time.Duration;
            import java.util.*;
            public class Index implements FunctionIndex {
                private final Functions functions = Functions.builder()
                    .queue("ship-order", "orders", Body.class, Index::handle)
                    .queue("send-mail", "mails", Body.class, Index::handle)
                    .topic("on-news", "news", Body.class, Index::handle)
                    .topic("on-grid", "news", Body.class, Index::handle)
                    .stream("on-clicks", "clicks", Body.class, Index::handle)
                    .stream("on-kafka", "clicks", Body.class, Index::handle)
                    .event("on-event", List.of(), Index::handle)
                    .queue("broken", "orders", Body.class, (m, c) -> {})
                    .build();
                static class Broken { static final Object HANDLER = (MessageHandler<?>) (Object) "no handler"; }
                static void handle(Message<Body> m, Context c) { log(c, MessageText.of(m)); obey(m.body()); }
                static void handle(Event e, Context c) { log(c, MessageText.of(e)); obey(e.data()); }
                static void log(Context c, String text) {
                    c.nativeContext(ExecutionContext.class).get().getLogger().info(text + "\\ntry " + c.attempt());
                }
                static void obey(Body body) {
                    switch (new String(body.bytes(), StandardCharsets.ISO_8859_1)) {
                        case "fail" -> throw new IllegalStateException("asked to fail");
                        case "error" -> throw new StackOverflowError("asked for an error");
                        case "reject" -> throw new Rejected("asked to reject");
                        case "later" -> throw new RetryLater(Duration.ofMinutes(1), "asked for later");
                        default -> { }
                    }
                }
                public List<FunctionDefinition> functions() { return functions.functions(); }
                public Type payloadType(String name) { return functions.payloadType(name); }
                public Object handler(String name, HandlerFactory factory) {
                    return name.equals("broken") ? Broken.HANDLER : functions.handler(name, factory);
                }
            }
            """;

    private MessagePackage() {}

    static TestPackage in(Path folder) throws Exception {
        TestPackage app = TestPackage.in(folder)
                .with(HttpRequest.class)
                .with(FunctionRuntime.class)
                .with(AzureEntryPoint.class)
                .file("META-INF/aloft/index", "app.Index\n");
        copy(MessageText.class, folder);
        app.compile("Index", INDEX);
        function(app, "ship-order", "queueTrigger", "storageQueue", "\"dataType\":\"binary\"");
        function(app, "broken", "queueTrigger", "storageQueue", "\"dataType\":\"binary\"");
        function(app, "send-mail", "serviceBusTrigger", "serviceBus", "\"dataType\":\"binary\"");
        function(app, "on-news", "serviceBusTrigger", "serviceBus", "\"dataType\":\"binary\"");
        function(app, "on-grid", "eventGridTrigger", "eventGrid", "\"x\":\"\"");
        function(app, "on-event", "eventGridTrigger", "eventGrid", "\"x\":\"\"");
        function(app, "on-kafka", "kafkaTrigger", "kafka", "\"dataType\":\"binary\",\"cardinality\":\"one\"");
        return function(
                app, "on-clicks", "eventHubTrigger", "eventHubs", "\"dataType\":\"binary\",\"cardinality\":\"many\"");
    }

    private static void copy(Class<?> type, Path folder) throws Exception {
        String name = type.getName().replace('.', '/') + ".class";
        try (InputStream content = type.getClassLoader().getResourceAsStream(name)) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.write(folder.resolve(name), content.readAllBytes());
        }
    }

    static TestPackage function(TestPackage app, String name, String trigger, String method, String more)
            throws Exception {
        return app.file(name + "/function.json", """
                {"scriptFile":"../azure.jar","entryPoint":"dev.aloft.azure.AzureEntryPoint.%s","bindings":[
                  {"type":"%s","direction":"in","name":"message",%s}]}
                """.formatted(method, trigger, more));
    }

    /** The one message or event that the function logged, as {@link MessageText} has it. */
    static String handled(AzureInvocation invocation) {
        List<String> all = allHandled(invocation);
        if (all.size() != 1) {
            throw new AssertionError(
                    "handled " + all + ", log " + invocation.log() + ", failed with " + invocation.cause());
        }
        return all.get(0);
    }

    static List<String> allHandled(AzureInvocation invocation) {
        return invocation.log().stream()
                .filter(line -> line.startsWith("INFO "))
                .map(line -> line.substring("INFO ".length(), line.lastIndexOf("\ntry ")))
                .toList();
    }
}
