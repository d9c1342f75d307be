package dev.aloft.processor;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Hands out identifiers of one scope, each only once; case does not tell them apart, as in file names. */
final class Identifiers {
    private final Set<String> taken = new HashSet<>();

    Identifiers(Collection<String> taken) {
        taken.forEach(this::take);
    }

    /** The wanted identifier or, if it is taken or a keyword, the same with a number. */
    String next(String wanted) {
        String name = wanted;
        for (int number = 2; SourceVersion.isKeyword(name) || !take(name); number++) {
            name = wanted + number;
        }
        return name;
    }

    private boolean take(String name) {
        return taken.add(name.toLowerCase(Locale.ROOT));
    }
}
