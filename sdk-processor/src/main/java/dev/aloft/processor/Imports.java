package dev.aloft.processor;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The imports of one source file: names a type by its simple name where no other type has that name. */
final class Imports {
    private final String packageName;
    private final Set<String> ownNames;
    private final Map<String, String> bySimpleName = new HashMap<>();
    private final Set<String> imported = new TreeSet<>();

    /** Imports of a file in a package that itself declares, or implicitly sees, types of the given simple names. */
    Imports(String packageName, Set<String> ownNames) {
        this.packageName = packageName;
        this.ownNames = ownNames;
    }

    /** How the file refers to a type. */
    String name(String qualifiedName) {
        int dot = qualifiedName.lastIndexOf('.');
        String simpleName = qualifiedName.substring(dot + 1);
        if (ownNames.contains(simpleName)
                || !bySimpleName
                        .computeIfAbsent(simpleName, unused -> qualifiedName)
                        .equals(qualifiedName)) {
            return qualifiedName;
        }
        if (dot >= 0 && !qualifiedName.substring(0, dot).equals(packageName)) {
            imported.add(qualifiedName);
        }
        return simpleName;
    }

    /** The import lines so far, sorted. */
    String lines() {
        StringBuilder lines = new StringBuilder();
        imported.forEach(type -> lines.append("import ").append(type).append(";\n"));
        return lines.toString();
    }
}
