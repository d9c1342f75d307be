package dev.aloft.gcp;

import dev.aloft.Document;
import dev.aloft.DocumentReference;

/**
 * A document at one moment: its name, which is also all that a reference has, and its fields. {@code products/p-1} is the path of
 * {@code projects/p/databases/(default)/documents/products/p-1}.
 *
 * <p>Datastore has keys instead of names. They are put into the form in which Firestore itself shows them, where numeric ids are
 * {@code __id7__}; slashes and percent signs, which Firestore does not allow in ids, are encoded.
 *
 * @see <a href="https://firebase.google.com/docs/firestore/reference/rpc/google.firestore.v1#document">Document</a>
 */
final class Snapshot {
    private static final int MOST_ELEMENTS = 100;

    String project = "";
    String database = "";
    String namespace = "";
    /** The name of the collection or kind. */
    String source = "";

    Document fields = Document.empty();
    /** Datastore's version of the entity; 0 if it is not told. */
    long version;

    private final StringBuilder path = new StringBuilder();
    private Object id = "";
    private int elements;

    /** Takes Firestore's name of a document apart; an empty one means that there is no document. */
    void name(String name) {
        if (name.isEmpty()) {
            return;
        }
        String[] parts = name.split("/", -1);
        int last = parts.length - 1;
        boolean valid = last >= 6 && last % 2 == 0 && parts[0].equals("projects");
        for (String part : parts) {
            valid &= !part.isEmpty();
        }
        if (!valid || !parts[2].equals("databases") || !parts[4].equals("documents")) {
            throw GoogleErrors.unreadable(ChangeMapper.SERVICE, "the name of a document is none");
        }
        project = parts[1];
        database = parts[3];
        source = parts[last - 1];
        id = parts[last];
        path.setLength(0);
        path.append(name, root().length(), name.length());
    }

    /** Adds one element of a Datastore key; the id is a text or a number. */
    void add(String kind, Object elementId) {
        if (kind.isEmpty() || elementId.equals("") || ++elements > MOST_ELEMENTS) {
            throw GoogleErrors.unreadable(
                    ChangeMapper.SERVICE,
                    "a key has an element without a kind, without id and name, or more than 100 of them");
        }
        source = kind;
        id = elementId;
        path.append(path.isEmpty() ? "" : "/").append(encoded(kind)).append('/');
        path.append(elementId instanceof String name ? encoded(name) : "__id" + elementId + "__");
    }

    private static String encoded(String name) {
        return name.replace("%", "%25").replace("/", "%2F");
    }

    boolean exists() {
        return !path.isEmpty();
    }

    DocumentReference reference() {
        return new DocumentReference(root() + path);
    }

    private String root() {
        String root = "projects/" + project + "/databases/" + (database.isEmpty() ? "(default)" : database);
        return (namespace.isEmpty() ? root : root + "/namespaces/" + namespace) + "/documents/";
    }

    /** The full name of the collection or kind. */
    String collection() {
        return root() + path.substring(0, path.lastIndexOf("/"));
    }

    /** Its id, with what else makes it the only one: the document above it, and Datastore's namespace. */
    Document key() {
        Document.Builder key = Document.builder().set("id", id);
        int parentEnd = path.lastIndexOf("/", path.lastIndexOf("/") - 1);
        if (parentEnd > 0) {
            key.set("parent", path.substring(0, parentEnd));
        }
        if (!namespace.isEmpty()) {
            key.set("namespace", namespace);
        }
        return key.build();
    }
}
