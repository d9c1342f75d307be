package dev.aloft.gcp;

import dev.aloft.runtime.json.JsonWriter;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/**
 * The log of a deployment: one line of JSON per entry on the standard output, which Cloud Logging reads as a structured entry.
 * The framework's own handler is not used, since it writes tabs, which every stack trace has, as they are; such a line is no
 * JSON, and the entry falls apart into lines.
 *
 * @see <a href="https://cloud.google.com/logging/docs/structured-logging">Structured logging</a>
 */
final class GoogleLog {
    private final @Nullable String project;
    private final PrintStream out;

    GoogleLog(@Nullable String project, PrintStream out) {
        this.project = project == null || project.isBlank() ? null : project;
        this.out = out;
    }

    void write(System.Logger.Level level, String text, String invocationId, @Nullable CloudTrace trace) {
        JsonWriter json = new JsonWriter(text.length() + 256);
        json.beginObject();
        json.name("severity").string(severity(level));
        json.name("message").string(text);
        json.name("execution_id").string(invocationId);
        if (trace != null && project != null) {
            writeTrace(trace, project, json);
        }
        json.endObject();
        writeLine(json.toByteArray());
    }

    private static void writeTrace(CloudTrace trace, String project, JsonWriter json) {
        json.name("logging.googleapis.com/trace").string("projects/" + project + "/traces/" + trace.traceId);
        if (trace.spanId != null) {
            json.name("logging.googleapis.com/spanId").string(trace.spanId);
        }
        json.name("logging.googleapis.com/trace_sampled").bool(trace.sampled);
    }

    /** In one call, so that entries of concurrent invocations do not mix. */
    private void writeLine(byte[] entry) {
        byte[] line = new byte[entry.length + 1];
        System.arraycopy(entry, 0, line, 0, entry.length);
        line[entry.length] = '\n';
        out.write(line, 0, line.length);
        out.flush();
    }

    private static String severity(System.Logger.Level level) {
        if (level == System.Logger.Level.OFF) {
            return "DEFAULT";
        }
        return level.compareTo(System.Logger.Level.INFO) < 0 ? "DEBUG" : level.getName();
    }
}
