package dev.aloft.spi;

import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The rules for function names, which are those of all platforms at once.
 *
 * @see <a href="https://github.com/Azure/azure-functions-host/blob/dev/src/WebJobs.Script/Utility.cs">Azure's rule</a>
 */
public final class FunctionNames {
    private static final int LONGEST = 128;

    private FunctionNames() {}

    /**
     * The default name of a class or method: {@code PlaceOrder} gives {@code place-order}, {@code getHTMLPage} gives
     * {@code get-html-page}.
     *
     * @param simpleName the class's or method's simple name
     * @return the name in kebab case
     */
    public static String kebabCase(String simpleName) {
        StringBuilder name = new StringBuilder(simpleName.length() + 8);
        for (int i = 0; i < simpleName.length(); i++) {
            char c = simpleName.charAt(i);
            boolean afterLower = i > 0 && !Character.isUpperCase(simpleName.charAt(i - 1));
            boolean beforeLower = i + 1 < simpleName.length() && Character.isLowerCase(simpleName.charAt(i + 1));
            if (i > 0 && Character.isUpperCase(c) && (afterLower || beforeLower) && simpleName.charAt(i - 1) != '_') {
                name.append('-');
            }
            name.append(Character.toLowerCase(c));
        }
        return name.toString();
    }

    /**
     * What is wrong with a name, or null if it is valid.
     *
     * @param name the name
     * @return the coded message, for example {@code ALOFT-001 …}, without the place
     */
    public static @Nullable String problem(String name) {
        if (!isName(name, LONGEST, "-_")) {
            return "ALOFT-001 The function name \"" + name
                    + "\" is not valid. Allowed: a letter, then up to 127 letters,"
                    + " digits, hyphens or underscores.";
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.equals("host") || lower.endsWith("lib") || lower.startsWith("zzz-")) {
            return "ALOFT-002 The function name \"" + name
                    + "\" is reserved. Azure keeps \"host\" and every name that ends in"
                    + " \"lib\", Aloft every name that begins with \"zzz-\". Choose another name with @FunctionName.";
        }
        return null;
    }

    static void require(String name) {
        refuse(problem(name));
    }

    /** Throws what {@code problem} found, if it found something. */
    static void refuse(@Nullable String problem) {
        if (problem != null) {
            throw new AloftException(Kind.CONFIGURATION, problem.substring(0, 9), problem.substring(10));
        }
    }

    /** Whether a text is a letter, then letters, digits and the other characters. */
    static boolean isName(String text, int longest, String others) {
        if (text.isEmpty() || text.length() > longest || !isLetter(text.charAt(0))) {
            return false;
        }
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isLetter(c) && !(c >= '0' && c <= '9') && others.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
