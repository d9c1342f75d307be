package dev.aloft.benchmarks.stream;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** The leanest way that the vendor offers for a queue, written by hand. */
public final class CountStream implements RequestStreamHandler {
    private final JsonFactory json = new JsonFactory();

    @Override
    public void handleRequest(InputStream payload, OutputStream reply, Context context) throws IOException {
        List<String> failures = new ArrayList<>();
        try (JsonParser event = json.createParser(payload)) {
            event.nextToken();
            while (event.nextToken() != JsonToken.END_OBJECT) {
                event.nextToken();
                while (event.nextToken() != JsonToken.END_ARRAY) {
                    readRecord(event, failures);
                }
            }
        }
        write(reply, failures);
    }

    private void readRecord(JsonParser event, List<String> failures) throws IOException {
        String id = "";
        String body = "";
        while (event.nextToken() != JsonToken.END_OBJECT) {
            String name = event.currentName();
            event.nextToken();
            switch (name) {
                case "messageId" -> id = event.getText();
                case "body" -> body = event.getText();
                default -> event.skipChildren();
            }
        }
        if (!isAda(body)) {
            failures.add(id);
        }
    }

    private boolean isAda(String body) throws IOException {
        try (JsonParser person = json.createParser(body)) {
            person.nextToken();
            person.nextToken();
            return person.currentName().equals("name") && person.nextTextValue().equals("Ada");
        }
    }

    private void write(OutputStream reply, List<String> failures) throws IOException {
        try (JsonGenerator answer = json.createGenerator(reply)) {
            answer.writeStartObject();
            answer.writeArrayFieldStart("batchItemFailures");
            for (String id : failures) {
                answer.writeStartObject();
                answer.writeStringField("itemIdentifier", id);
                answer.writeEndObject();
            }
            answer.writeEndArray();
            answer.writeEndObject();
        }
    }
}
