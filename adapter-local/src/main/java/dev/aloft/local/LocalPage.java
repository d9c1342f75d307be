package dev.aloft.local;

import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import dev.aloft.local.engine.Timeline;
import dev.aloft.local.engine.Timeline.Step;
import dev.aloft.runtime.json.JsonWriter;
import dev.aloft.spi.Binding;
import dev.aloft.spi.EventBinding;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.HttpBinding;
import dev.aloft.spi.ScheduleBinding;
import dev.aloft.spi.SourceBinding;
import dev.aloft.spi.StorageBinding;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The page at {@code /_local/} and what it asks for: {@code state} has the functions and their dead letters, {@code timeline} what
 * happened, {@code logs/ID} what an invocation logged and printed, and {@code POST dead-letters/FUNCTION} delivers again. Nothing of this
 * class is there before the page is first opened.
 */
final class LocalPage {
    private static final int MOST_STEPS = 500;

    private final LocalFunctions functions;
    private final LocalAccess access;
    private final Journal journal;
    /** Tells this process and, with a timeline, its queues from all others. */
    private final String run = LocalAccess.random();

    private final PrintStream out;
    private final PrintStream errors;

    LocalPage(LocalFunctions functions, LocalAccess access, Journal journal) {
        this.functions = functions;
        this.access = access;
        this.journal = journal;
        this.out = new PrintedStream(System.out, journal);
        this.errors = new PrintedStream(System.err, journal);
        System.setOut(out);
        System.setErr(errors);
    }

    /** Gives the standard streams back, unless somebody else has put others there. */
    void close() {
        if (System.out == out) {
            System.setOut(((PrintedStream) out).original());
        }
        if (System.err == errors) {
            System.setErr(((PrintedStream) errors).original());
        }
    }

    /** @param parts those of the path: an empty one, {@code _local} and what follows */
    HttpResponse answer(HttpRequest request, String[] parts) throws RefusedRequest {
        String place = parts.length < 3 ? "" : parts[2];
        boolean named = place.equals("logs") || place.equals("dead-letters");
        if (parts.length > 4 || parts.length == (named ? 3 : 4)) {
            throw RefusedRequest.unknownEndpoint(404, "there is no such path under /_local");
        }
        boolean posts = request.method().equals("POST");
        if (place.equals("dead-letters")) {
            return posts ? redrive(parts[3], request.query("id").orElse(null)) : LocalEndpoints.otherMethod("POST");
        }
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return LocalEndpoints.otherMethod("GET, HEAD");
        }
        return switch (place) {
            case "state" -> state();
            case "timeline" -> timeline(request);
            case "logs" -> log(parts[3]);
            default -> parts.length == 2 ? HttpResponse.redirect("/_local/", false) : page();
        };
    }

    /** The page may run its own script and ask this server, and nothing else. */
    private HttpResponse page() {
        String nonce = LocalAccess.random();
        String html;
        try (InputStream file = Objects.requireNonNull(LocalPage.class.getResourceAsStream("page.html"))) {
            html = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HttpResponse.ok(html.replace("{nonce}", nonce).replace("{token}", access.token()))
                .withHeader("content-type", "text/html; charset=utf-8")
                .withHeader(
                        "content-security-policy",
                        "default-src 'none'; script-src 'nonce-" + nonce + "'; style-src 'nonce-" + nonce
                                + "'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none';"
                                + " frame-ancestors 'none'")
                .withHeader("cross-origin-opener-policy", "same-origin")
                .withHeader("referrer-policy", "no-referrer");
    }

    private static HttpResponse json(JsonWriter json) {
        return HttpResponse.ok().withBody(json.endObject().toByteArray(), "application/json");
    }

    private HttpResponse state() {
        Timeline timeline = functions.timeline();
        JsonWriter json = new JsonWriter(4_096).beginObject();
        json.name("title").string(timeline.title());
        json.name("run").string(run + System.identityHashCode(timeline));
        json.name("start").number(functions.sources().platform().timeOf(0));
        json.name("functions").beginArray();
        for (FunctionDefinition function : functions.definitions()) {
            describe(function, json.beginObject());
            functions.sources().platform().report(function.name(), json);
        }
        return json(json.endArray());
    }

    private void describe(FunctionDefinition function, JsonWriter json) {
        Binding binding = function.binding();
        json.name("name").string(function.name());
        json.name("sample").string(sample(function.name()));
        if (binding instanceof HttpBinding http) {
            json.name("trigger")
                    .string("http")
                    .name("place")
                    .string(http.route().text());
            strings(json.name("choices"), http.methods());
            return;
        }
        json.name("trigger").string(Source.word(binding));
        if (binding instanceof SourceBinding named) {
            json.name("place").string(named.source());
        } else if (binding instanceof ScheduleBinding schedule) {
            json.name("place").string(schedule.cron() + " " + schedule.zone());
        } else if (binding instanceof EventBinding events) {
            json.name("place").string(events.source());
            strings(json.name("choices"), events.types());
        }
        if (binding instanceof StorageBinding bucket) {
            strings(json.name("choices"), bucket.kinds());
        }
    }

    /** Where the type cannot be found, deliveries fail and say why; the page goes on. */
    private String sample(String function) {
        try {
            return SampleJson.of(functions.version().runtime().payloadType(function));
        } catch (RuntimeException | LinkageError unknown) {
            return SampleJson.of(null);
        }
    }

    private static void strings(JsonWriter json, List<?> texts) {
        json.beginArray();
        for (Object text : texts) {
            json.string(String.valueOf(text));
        }
        json.endArray();
    }

    private HttpResponse timeline(HttpRequest request) {
        Timeline timeline = functions.timeline();
        long since = Math.max(since(request.query("since").orElse("")), timeline.count() - MOST_STEPS);
        List<Step> steps = timeline.since(since);
        JsonWriter json = new JsonWriter(256 * (1 + steps.size())).beginObject();
        json.name("next").number(since + steps.size()).name("steps").beginArray();
        for (Step step : steps) {
            write(step, json.beginObject());
            json.endObject();
        }
        return json(json.endArray());
    }

    private static long since(String number) {
        try {
            return Math.max(Long.parseLong(number), 0);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private void write(Step step, JsonWriter json) {
        json.name("time").number(functions.sources().platform().timeOf(step.time()));
        json.name("source").string(step.source()).name("message").string(step.message());
        json.name("function").string(step.function()).name("instance").string(step.instance());
        json.name("attempt").string(step.attempt()).name("took").string(step.took());
        json.name("outcome").string(step.outcome());
        json.name("what")
                .string(step.what().name())
                .name("then")
                .string(step.then().name());
        LocalInvocation invocation = step.call() == 0 ? journal.find(step.message()) : journal.delivery(step.call());
        if (invocation != null) {
            json.name("invocation").string(invocation.id());
            json.name("micros").number(invocation.micros());
            json.name("logs").bool(!journal.text(invocation).isEmpty());
        }
    }

    /** What one invocation logged. */
    private HttpResponse log(String id) throws RefusedRequest {
        LocalInvocation invocation = journal.find(id);
        if (invocation == null) {
            throw RefusedRequest.notKept("invocation of that id among the last ones");
        }
        JsonWriter json = new JsonWriter(1_024).beginObject();
        json.name("invocation").string(id).name("function").string(invocation.functionName());
        json.name("cold").bool(invocation.isColdStart()).name("micros").number(invocation.micros());
        return json(json.name("text").string(journal.text(invocation)));
    }

    /** @param id that of one message; null for all of the function */
    private HttpResponse redrive(String function, @Nullable String id) throws RefusedRequest {
        boolean known = functions.sources().names().contains(function);
        int redriven = known ? functions.sources().platform().redrive(List.of(function), id) : 0;
        if (!known || id != null && redriven == 0) {
            throw RefusedRequest.notKept(
                    "dead letter of that function and id; it may have been delivered again already");
        }
        return json(new JsonWriter(32).beginObject().name("redriven").number(redriven));
    }
}
