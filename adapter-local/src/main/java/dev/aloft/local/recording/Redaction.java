package dev.aloft.local.recording;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a recording must not keep. The value of each header, query parameter, attribute, field of a form and property of a JSON
 * document, at any depth, is replaced by {@link #MARK} if its name is one of these:
 *
 * <pre>{@code
 * Redaction.standard().and("iban", "birthday")
 * }</pre>
 *
 * <p>Upper and lower case, hyphens, underscores and dots make no difference. The standard names are those of credentials: what ends with
 * {@code authorization}, {@code cookie}, {@code password}, {@code secret}, {@code token}, {@code api-key} and the like; see
 * {@code docs/recordings.md}. Bodies that are neither JSON nor a form are replaced as a whole, unless {@link #keepingOpaque} says
 * otherwise.
 */
public final class Redaction {
    /** What stands in place of a value. */
    public static final String MARK = "__redacted__";

    private static final Set<String> NAMES = Set.of(
            "cookies",
            "cookie2",
            "auth",
            "basicauth",
            "bearer",
            "pass",
            "passcode",
            "passwordhash",
            "mfacode",
            "connectionstring",
            "sessionid",
            "xsession",
            "pwd",
            "jwt",
            "sig",
            "pin",
            "otp",
            "cvc",
            "cvv",
            "ssn",
            "sas",
            "cardnumber",
            "xfunctionskey",
            "xmsclientprincipal",
            "xgoogiapjwtassertion",
            "accountkey",
            "sharedaccesskey",
            "sharedaccesssignature");

    private static final String[] ENDINGS = {
        "authorization",
        "cookie",
        "password",
        "passwd",
        "passphrase",
        "secret",
        "token",
        "apikey",
        "accesskey",
        "accesskeyid",
        "privatekey",
        "secretkey",
        "signature",
        "credential"
    };

    private final Set<String> more;
    private final boolean opaque;

    private Redaction(Set<String> more, boolean opaque) {
        this.more = more;
        this.opaque = opaque;
    }

    /** The names of credentials. */
    public static Redaction standard() {
        return new Redaction(Set.of(), false);
    }

    /**
     * These names besides.
     *
     * @param names for example {@code iban}
     * @return the redaction
     */
    public Redaction and(String... names) {
        Set<String> all = new TreeSet<>(more);
        for (String name : names) {
            all.add(plain(name));
        }
        return new Redaction(all, opaque);
    }

    /**
     * Keeps bodies in which no names can be seen, such as texts and pictures, as they are.
     *
     * @return the redaction
     */
    public Redaction keepingOpaque() {
        return new Redaction(more, true);
    }

    boolean keepsOpaque() {
        return opaque;
    }

    boolean hides(String name) {
        String plain = plain(name);
        if (NAMES.contains(plain) || more.contains(plain)) {
            return true;
        }
        String one = plain.endsWith("s") ? plain.substring(0, plain.length() - 1) : plain;
        for (String ending : ENDINGS) {
            if (one.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    private static String plain(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c != '-' && c != '_' && c != '.' && c > ' ') {
                plain.append(c);
            }
        }
        return plain.toString().toLowerCase(Locale.ROOT);
    }
}
