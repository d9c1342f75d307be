package dev.aloft.processor;

import java.util.ArrayList;
import java.util.List;

/** The package of the index: the longest one that all functions have in common. */
final class IndexPackage {
    private static final String NOTHING_IN_COMMON = "aloft.generated";

    private IndexPackage() {}

    static String of(List<DeclaredFunction> functions) {
        List<String> packages = functions.stream()
                .map(function -> function.target().type().packageName())
                .distinct()
                .toList();
        if (packages.size() == 1) {
            return packages.get(0);
        }
        List<String> common = null;
        for (String packageName : packages) {
            List<String> parts = List.of(packageName.split("\\."));
            common = common == null ? parts : common(common, parts);
        }
        return common == null || common.isEmpty() ? NOTHING_IN_COMMON : String.join(".", common);
    }

    private static List<String> common(List<String> first, List<String> second) {
        List<String> common = new ArrayList<>();
        for (int i = 0;
                i < Math.min(first.size(), second.size()) && first.get(i).equals(second.get(i));
                i++) {
            common.add(first.get(i));
        }
        return common;
    }
}
