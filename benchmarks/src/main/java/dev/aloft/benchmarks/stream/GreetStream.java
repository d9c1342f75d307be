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

/** The leanest way that the vendor offers, written by hand: events as streams, read and written token by token. */
public final class GreetStream implements RequestStreamHandler {
    private final JsonFactory json = new JsonFactory();

    @Override
    public void handleRequest(InputStream payload, OutputStream reply, Context context) throws IOException {
        String method = "";
        String body = "";
        try (JsonParser event = json.createParser(payload)) {
            event.nextToken();
            while (event.nextToken() != JsonToken.END_OBJECT) {
                String name = event.currentName();
                event.nextToken();
                switch (name) {
                    case "body" -> body = event.getText();
                    case "requestContext" -> method = method(event);
                    default -> event.skipChildren();
                }
            }
        }
        write(reply, method.equals("POST") ? 200 : 405, "{\"greeting\":\"Hello, " + name(body) + "\"}");
    }

    private static String method(JsonParser context) throws IOException {
        String method = "";
        while (context.nextToken() != JsonToken.END_OBJECT) {
            String name = context.currentName();
            context.nextToken();
            if (name.equals("http")) {
                method = text(context, "method");
            } else {
                context.skipChildren();
            }
        }
        return method;
    }

    private String name(String body) throws IOException {
        try (JsonParser person = json.createParser(body)) {
            person.nextToken();
            return text(person, "name");
        }
    }

    /** One member of the object that has begun. */
    private static String text(JsonParser object, String wanted) throws IOException {
        String text = "";
        while (object.nextToken() != JsonToken.END_OBJECT) {
            String name = object.currentName();
            object.nextToken();
            if (name.equals(wanted)) {
                text = object.getText();
            } else {
                object.skipChildren();
            }
        }
        return text;
    }

    private void write(OutputStream reply, int status, String body) throws IOException {
        try (JsonGenerator answer = json.createGenerator(reply)) {
            answer.writeStartObject();
            answer.writeNumberField("statusCode", status);
            answer.writeObjectFieldStart("headers");
            answer.writeStringField("content-type", "application/json");
            answer.writeEndObject();
            answer.writeStringField("body", body);
            answer.writeEndObject();
        }
    }
}
