package dev.aloft.local;

import dev.aloft.HttpRequest;
import dev.aloft.local.engine.Timeline;
import dev.aloft.local.engine.Timeline.What;
import dev.aloft.runtime.json.JsonWriter;
import dev.aloft.spi.FunctionDefinition;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What the developer reads: one line per request, for example {@code POST /orders 201 12 ms place-order cold}, one per delivery, and
 * failures on the error stream. There is nothing in it of queries, headers and bodies, which may be secret.
 *
 * @param json whether every line is a JSON object, for programs that read along
 * @param kept what invocations logged, for the page; null inside as long as there is nothing and nobody asked
 */
record Console(PrintStream out, PrintStream errors, boolean json, AtomicReference<@Nullable Journal> kept) {
    Console(PrintStream out, PrintStream errors) {
        this(out, errors, false);
    }

    Console(PrintStream out, PrintStream errors, boolean json) {
        this(out, errors, json, new AtomicReference<>());
    }

    /** Nothing but failures, for tests. */
    static Console quiet() {
        return new Console(new PrintStream(PrintStream.nullOutputStream(), false), System.err);
    }

    /** What invocations logged. */
    Journal journal() {
        Journal journal = kept.get();
        if (journal == null) {
            kept.compareAndSet(null, new Journal());
            journal = kept.get();
        }
        return Objects.requireNonNull(journal);
    }

    /** An invocation begins in the current thread. */
    void begins(LocalInvocation invocation) {
        Journal journal = kept.get();
        if (journal != null) {
            journal.begins(invocation);
        }
    }

    /** An invocation has ended in the current thread. */
    void ended(LocalInvocation invocation, long nanos) {
        Journal journal = kept.get();
        if (journal != null) {
            journal.ended(invocation, nanos);
        }
    }

    /**
     * What is served, at the start and whenever it has changed.
     *
     * @param page the address of the page to try them; empty if there is none
     * @param setup which platform is played
     */
    void serves(String uri, List<RouteTable.Row> rows, String page, Setup setup) {
        if (!json) {
            String functions = rows.size() == 1 ? "1 function" : rows.size() + " functions";
            out.println("Aloft serves " + functions + " at " + uri);
            out.print(RouteTable.text(rows));
            if (!page.isEmpty()) {
                out.println("Try them at " + page);
            }
            if (!setup.profileName().equals(Options.CALM)) {
                out.println("Messages and events come as the profile " + setup.profileName() + " has it, with --seed "
                        + setup.seed());
            }
            out.flush();
            return;
        }
        JsonWriter line =
                line("serves").name("uri").string(uri).name("functions").beginArray();
        for (RouteTable.Row row : rows) {
            line.beginObject();
            line.name("trigger").string(row.trigger()).name("source").string(row.place());
            line.name("function").string(row.function());
            if (!row.folder().isEmpty()) {
                line.name("folder").string(row.folder());
            }
            line.endObject();
        }
        line.endArray();
        if (!page.isEmpty()) {
            line.name("page").string(page);
        }
        line.name("profile").string(setup.profileName());
        print(out, line.name("seed").number(setup.seed()));
    }

    void answered(HttpRequest request, int status, long nanos, LocalInvocation invocation) {
        if (json) {
            JsonWriter line = line("request");
            line.name("id").string(invocation.id());
            line.name("method").string(request.method()).name("path").string(request.path());
            line.name("status").number(status).name("millis").number(nanos / 1_000_000);
            if (!invocation.functionName().isEmpty()) {
                line.name("function").string(invocation.functionName());
                line.name("cold").bool(invocation.isColdStart());
            }
            print(out, line);
            return;
        }
        StringBuilder line = new StringBuilder(80);
        line.append(request.method())
                .append(' ')
                .append(request.path())
                .append(' ')
                .append(status);
        line.append(' ').append(nanos / 1_000_000).append(" ms");
        if (!invocation.functionName().isEmpty()) {
            line.append(' ').append(invocation.functionName());
        }
        if (invocation.isColdStart()) {
            line.append(" cold");
        }
        out.println(line);
    }

    /** For example {@code queue orders ship-order handled 3 ms}. */
    void handled(FunctionDefinition function, int messages, long nanos) {
        long millis = nanos / 1_000_000;
        if (json) {
            JsonWriter line = delivery(function.name(), Source.from(function), "handled");
            print(out, line.name("messages").number(messages).name("millis").number(millis));
            return;
        }
        String together = messages == 1 ? "" : messages + " messages ";
        out.println(Source.place(function) + " handled " + together + millis + " ms");
    }

    /** What was not handled, or comes again all the same, without the reason, which the log of errors has; answers have lines of their own. */
    void delivered(Timeline.Step step) {
        String outcome = step.source().equals("http") && step.what() != What.WARNING ? "" : outcome(step);
        if (outcome.isEmpty()) {
            return;
        }
        if (json) {
            JsonWriter line = delivery(
                    step.function(), step.source(), outcome.replace(",", "").replace(" after", ""));
            line.name("message").string(step.message()).name("attempt").string(step.attempt());
            print(out, line);
            return;
        }
        String attempt = step.attempt().isEmpty() ? "" : " attempt " + step.attempt();
        String function = step.source().startsWith("schedule ") ? "" : " " + step.function();
        out.println(step.source() + function + " " + outcome + attempt);
    }

    private static JsonWriter delivery(String function, String source, String outcome) {
        JsonWriter line = line("delivery");
        line.name("source").string(source).name("function").string(function);
        return line.name("outcome").string(outcome);
    }

    private static String outcome(Timeline.Step step) {
        boolean ends = step.then() == Timeline.Then.DEAD_LETTERED || step.then() == Timeline.Then.DROPPED;
        String end = step.then() == Timeline.Then.DROPPED ? "dropped after" : "dead-lettered after";
        if (step.what() == What.SENT || step.what() == What.NOT_TRIED) {
            return ends ? end : "";
        }
        if (step.what() == What.HANDLED) {
            return step.then() == Timeline.Then.AGAIN ? "acknowledgement lost," : "";
        }
        if (step.what() == What.FAILED || step.what() == What.REJECTED) {
            return ends ? end : "failed,";
        }
        return step.what() == What.TIMED_OUT ? "timed out, " + (ends ? end : "again after") : step.outcome();
    }

    /** @param changed names of files, at least one */
    void reloaded(List<String> changed, long millis) {
        String first = printable(changed.get(0));
        if (json) {
            JsonWriter line = line("reload");
            line.name("millis").number(millis).name("files").number(changed.size());
            print(out, line.name("first").string(first));
            return;
        }
        String more = changed.size() == 1 ? "" : " and " + (changed.size() - 1) + " more";
        out.println("Reloaded in " + millis + " ms: " + first + more);
    }

    /** A function that could not even be called: its handler cannot be created, for example. @return what is written */
    String notCalled(String functionName, Throwable failure) {
        StringBuilder text = new StringBuilder("Function " + functionName + " could not be called:");
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            text.append(cause == failure ? " " : "\nCaused by: ").append(printable(String.valueOf(cause)));
            for (StackTraceElement frame : cause.getStackTrace()) {
                text.append("\n\tat ").append(frame);
            }
        }
        failed(System.Logger.Level.ERROR, text.toString());
        return text.toString();
    }

    /** What a message says must not forge lines. */
    static String printable(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            safe.append(Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? '?' : c);
        }
        return safe.toString();
    }

    /** Without method and path, which may be anything. */
    void refused(RefusedRequest request) {
        if (json) {
            JsonWriter line = line("refused").name("status").number(request.status());
            print(out, line.name("reason").string(String.valueOf(request.getMessage())));
            return;
        }
        out.println("(refused) " + request.status() + " " + request.getMessage());
    }

    void failed(System.Logger.Level level, String text) {
        if (json) {
            print(
                    errors,
                    line("log").name("level").string(level.name()).name("text").string(text));
            return;
        }
        errors.println(level + " " + text);
    }

    void report(String text) {
        if (json) {
            print(errors, line("report").name("text").string(text));
            return;
        }
        errors.println(text);
    }

    private static JsonWriter line(String type) {
        JsonWriter line = new JsonWriter(256).beginObject();
        return line.name("time").string(Instant.now().toString()).name("type").string(type);
    }

    private static void print(PrintStream stream, JsonWriter line) {
        stream.println(new String(line.endObject().toByteArray(), StandardCharsets.UTF_8));
    }
}
