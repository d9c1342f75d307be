package dev.aloft.azure;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.microsoft.azure.functions.ExecutionContext;
import com.microsoft.azure.functions.RetryContext;
import com.microsoft.azure.functions.TraceContext;
import dev.aloft.runtime.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** The worker's context with the trigger metadata that a test sets; public, since the adapter reaches the data store by reflection. */
public final class MessageWorker implements ExecutionContext {
    final List<String> log = new ArrayList<>();
    final Map<String, String> metadata = new HashMap<>();
    final List<byte[]> messages = new ArrayList<>();
    private final String functionName;
    private RetryContext retry;

    MessageWorker(String functionName) {
        this.functionName = functionName;
    }

    /** With message and metadata of a sample. */
    static MessageWorker sample(String functionName, String name) throws IOException {
        MessageWorker worker = new MessageWorker(functionName);
        JsonReader json = new JsonReader(resource(name));
        json.beginObject();
        while (json.hasNext()) {
            switch (json.name()) {
                case "message" -> worker.messages.add(json.utf8());
                case "messages" -> worker.readMessages(json);
                case "metadata" -> worker.readMetadata(json);
                default -> json.skip();
            }
        }
        json.endObject();
        return worker;
    }

    static byte[] resource(String name) throws IOException {
        try (InputStream sample = MessageWorker.class.getResourceAsStream("/azure/" + name)) {
            return sample.readAllBytes();
        }
    }

    private void readMessages(JsonReader json) {
        json.beginArray();
        while (json.hasNext()) {
            messages.add(json.utf8());
        }
        json.endArray();
    }

    private void readMetadata(JsonReader json) {
        json.beginObject();
        while (json.hasNext()) {
            metadata.put(json.name(), json.string());
        }
        json.endObject();
    }

    MessageWorker with(String name, String text) {
        metadata.put(name, text);
        return this;
    }

    MessageWorker without(String... names) {
        for (String name : names) {
            metadata.remove(name);
        }
        return this;
    }

    byte[] message() {
        return messages.get(0);
    }

    byte[][] batch() {
        return messages.toArray(new byte[0][]);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Logger getLogger() {
        Logger logger = Logger.getAnonymousLogger();
        logger.setUseParentHandlers(false);
        logger.addHandler(new Lines());
        return logger;
    }

    @Override
    public String getInvocationId() {
        return "i-1";
    }

    @Override
    public String getFunctionName() {
        return functionName;
    }

    @Override
    public TraceContext getTraceContext() {
        return null;
    }

    @Override
    public RetryContext getRetryContext() {
        return retry;
    }

    /** As under a retry policy of five retries. */
    MessageWorker withRetry(int number) {
        retry = mock(RetryContext.class);
        when(retry.getRetrycount()).thenReturn(number);
        when(retry.getMaxretrycount()).thenReturn(5);
        return this;
    }

    public Store getDataStore() {
        return new Store();
    }

    /** Names as in the worker. */
    public final class Store {
        public Optional<Data> getDataByName(String name, Type type) {
            throw new IllegalStateException(name + " is not asked for as " + type);
        }

        public Optional<Data> getTriggerMetatDataByName(String name, Type type) {
            if (type != String.class || !metadata.containsKey(name)) {
                throw new IllegalStateException("no " + name);
            }
            return Optional.of(new Data(metadata.get(name)));
        }
    }

    public record Data(String text) {
        public Object getValue() {
            return text;
        }
    }

    private final class Lines extends Handler {
        @Override
        public void publish(LogRecord entry) {
            log.add(entry.getLevel() + " " + entry.getMessage());
        }

        @Override
        public void flush() {
            // Nothing is buffered.
        }

        @Override
        public void close() {
            // There is nothing to release.
        }
    }
}
