package dev.aloft.testkit.gcp;

import dev.aloft.ChangeEvent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The name of a document or entity.
 *
 * @param project the project
 * @param namespace Datastore's namespace, may be empty
 * @param path collections or kinds, and ids, by turns; a number is a numeric id of Datastore
 */
record GoogleName(String project, String namespace, List<Object> path) {

    /** Of what was changed, in the project {@code p}: its key has an {@code id}, and may have {@code parent} and {@code namespace}. */
    static GoogleName of(ChangeEvent<?> change) {
        List<Object> path = new ArrayList<>();
        change.key().text("parent").ifPresent(parent -> addPath(parent, path));
        path.add(change.source());
        Object id = change.key().get("id");
        path.add(id instanceof BigDecimal number ? (Object) number.longValueExact() : String.valueOf(id));
        return new GoogleName("p", change.key().text("namespace").orElse(""), path);
    }

    /** Of {@code projects/p/databases/(default)/documents/a/b}; with {@code namespaces/n} before the documents for Datastore. */
    static GoogleName of(String reference) {
        int documents = reference.indexOf("/documents/");
        int namespace = reference.indexOf("/namespaces/");
        List<Object> path = new ArrayList<>();
        addPath(reference.substring(documents + 11), path);
        return new GoogleName(
                reference.split("/", -1)[1], namespace < 0 ? "" : reference.substring(namespace + 12, documents), path);
    }

    private static void addPath(String text, List<Object> path) {
        for (String part : text.split("/", -1)) {
            path.add(
                    part.startsWith("__id")
                            ? (Object) Long.valueOf(part.substring(4, part.length() - 2))
                            : part.replace("%2F", "/").replace("%25", "%"));
        }
    }

    /** As Firestore writes it. */
    String text() {
        StringBuilder text = new StringBuilder("projects/" + project + "/databases/(default)/documents");
        for (Object part : path) {
            text.append('/').append(part);
        }
        return text.toString();
    }
}
