package dev.aloft.processor;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A type as source text names it; unlike the compiler's own types it may be kept for another round. */
sealed interface TypeName {
    /**
     * The type as a file writes it.
     *
     * @param naming how the file refers to the class of a qualified name
     */
    String text(UnaryOperator<String> naming);

    /** Whether a class literal cannot name it. */
    boolean isGeneric();

    /** The qualified names of all classes in it. */
    Stream<String> classes();

    /** A class, for example {@code java.util.List<shop.Order>}. */
    record Declared(String name, List<TypeName> arguments) implements TypeName {
        @Override
        public String text(UnaryOperator<String> naming) {
            return naming.apply(name)
                    + (arguments.isEmpty()
                            ? ""
                            : arguments.stream()
                                    .map(argument -> argument.text(naming))
                                    .collect(Collectors.joining(", ", "<", ">")));
        }

        @Override
        public boolean isGeneric() {
            return !arguments.isEmpty();
        }

        @Override
        public Stream<String> classes() {
            return Stream.concat(Stream.of(name), arguments.stream().flatMap(TypeName::classes));
        }
    }

    /** An array, for example {@code byte[]}. */
    record Array(TypeName component) implements TypeName {
        @Override
        public String text(UnaryOperator<String> naming) {
            return component.text(naming) + "[]";
        }

        @Override
        public boolean isGeneric() {
            return component.isGeneric();
        }

        @Override
        public Stream<String> classes() {
            return component.classes();
        }
    }

    /** A word of the language: {@code byte}, or the wildcard {@code ?}. */
    record Word(String word) implements TypeName {
        @Override
        public String text(UnaryOperator<String> naming) {
            return word;
        }

        @Override
        public boolean isGeneric() {
            return false;
        }

        @Override
        public Stream<String> classes() {
            return Stream.empty();
        }
    }

    /** A wildcard with a bound, for example {@code ? extends shop.Order}. */
    record Bounded(String prefix, TypeName bound) implements TypeName {
        @Override
        public String text(UnaryOperator<String> naming) {
            return prefix + bound.text(naming);
        }

        @Override
        public boolean isGeneric() {
            return false;
        }

        @Override
        public Stream<String> classes() {
            return bound.classes();
        }
    }
}
