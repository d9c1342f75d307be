package dev.aloft.processor;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The texts of the errors that only a compilation can have; those of names and routes are the API's own. */
final class CompileErrors {
    private CompileErrors() {}

    static String duplicateName(DeclaredFunction first, DeclaredFunction second) {
        return "ALOFT-003 The functions " + first.location() + " and " + second.location() + " are both named "
                + second.name() + " (names compare without case). Rename one of them with @FunctionName.";
    }

    static String duplicateRoute(DeclaredFunction first, DeclaredFunction second, String method) {
        return "ALOFT-018 The functions " + first.described() + " and " + second.described() + " both answer " + method
                + " on the same paths. Change the method or the path of one of them.";
    }

    static String noHandler(String type, Trigger trigger) {
        return "ALOFT-020 The class " + type + " carries " + trigger + " but does not implement "
                + interfaces(trigger) + ". Implement it, or move the annotation to a public method with a handler's"
                + " parameters and result.";
    }

    private static String interfaces(Trigger trigger) {
        return trigger.handlers().stream().map(HandlerKind::interfaceName).collect(Collectors.joining(" or "));
    }

    static String noClass(Trigger trigger, String kind, String type) {
        return "ALOFT-021 " + trigger + " stands on the " + kind + " " + type
                + ", of which no handler can be created. Put it on" + " a public class or on a method of one.";
    }

    static String notPublic(String type, String hidden) {
        return "ALOFT-022 The class " + type + " is out of reach for the function index, because " + hidden
                + " is not public. Make it public.";
    }

    static String inner(String type) {
        return "ALOFT-023 The class " + type
                + " is an inner class, which cannot be created on its own. Make it static, or"
                + " move it to a file of its own.";
    }

    static String isAbstract(String type) {
        return "ALOFT-024 The class " + type
                + " is abstract, so no handler can be created of it. Remove abstract, or put the"
                + " annotation on a subclass.";
    }

    static String generic(String type) {
        return "ALOFT-025 The class " + type
                + " has type parameters, for which nothing can be chosen when it is created."
                + " Remove them, or put the annotation on a subclass that names the types.";
    }

    static String noConstructor(String type) {
        return "ALOFT-026 The class " + type + " has no public constructor without parameters. Add one; or, if a"
                + " dev.aloft.spi.HandlerFactory creates the handlers, compile with -Aaloft.handlerFactory=true.";
    }

    static String wrongSignature(String method, String expected, String found) {
        return "ALOFT-027 The method " + method + " does not have a handler's parameters and result. Expected: "
                + expected + ", all of dev.aloft. Found: " + found + ".";
    }

    static String wrongMethod(String method, String problem) {
        return "ALOFT-028 The method " + method + " is " + problem
                + ". A function is a public method that is not static, so"
                + " that the functions of a class share its fields.";
    }

    static String nameWithoutTrigger(String element) {
        return "ALOFT-029 " + element
                + " carries @FunctionName but no trigger, so it would never run. Add a trigger, for example @HttpTrigger, or"
                + " remove @FunctionName.";
    }

    static String classAndMethod(String type, Trigger trigger, String method, Trigger methodTrigger) {
        return "ALOFT-030 The class " + type + " carries " + trigger + ", and its method " + method + " carries "
                + methodTrigger
                + ". Move the annotation of the class to the method that it is meant for, for example handle.";
    }

    static String unnamedPackage(String type, String indexPackage) {
        return "ALOFT-032 The class " + type + " is in the unnamed package, so the function index in package "
                + indexPackage + " cannot refer to it. Give it a package.";
    }

    static String defect(Throwable failure) {
        String frames = Stream.of(failure.getStackTrace())
                .map(StackTraceElement::toString)
                .collect(Collectors.joining("\n  "));
        return "ALOFT-033 The annotation processor failed, which is a defect of Aloft. Please report it with this text: "
                + failure + "\n  " + frames;
    }

    static String notWritten(String file, String reason) {
        return "ALOFT-034 The file " + file + " cannot be written: " + reason;
    }

    static String badOption(String option, String value, String allowed) {
        return "ALOFT-035 The compiler option -A" + option + "=" + value + " is not valid. Allowed: " + allowed + ".";
    }

    static String sharedSetting(DeclaredFunction first, DeclaredFunction second, String setting) {
        return "ALOFT-041 The sources of the functions " + first.described() + " and " + second.described()
                + " differ, but the one setting " + setting
                + " holds the platform's name of both. Rename one of the sources.";
    }

    static String sameQueue(DeclaredFunction first, DeclaredFunction second) {
        return "ALOFT-042 The functions " + first.described() + " and " + second.described()
                + " take from one queue, of which each message goes to one of them only, whichever comes first. Handle"
                + " them in one function, or use a topic.";
    }

    static String twoTriggers(String element, Trigger first, Trigger second) {
        return "ALOFT-043 " + element + " carries " + first + " and " + second
                + ", while a function has exactly one trigger. Write a class or method for each of them.";
    }

    static String unknownPayload(String function, HandlerKind kind, String reason) {
        return "ALOFT-044 The payload that " + function + " asks for is not known, because " + reason
                + ". Name a type, for example " + kind.examples() + ".";
    }

    static String noDocument(String function, String type) {
        return "ALOFT-067 The payload " + type + " that " + function
                + " asks for can never be read of a database document, which is an object with fields. Name a record or"
                + " class, a java.util.Map, or dev.aloft.Document.";
    }

    static String hiddenPayload(String function, String type, String hidden) {
        return "ALOFT-045 The payload " + type + " that " + function
                + " asks for is out of reach for the function index, because " + hidden
                + " is not public. Make it public.";
    }

    static String innerPayload(String function, String type) {
        return "ALOFT-046 The payload " + type + " that " + function
                + " asks for is an inner class, which cannot be created on its own. Make it static, or move it to a"
                + " file of its own.";
    }

    static String otherHandler(String type, Trigger trigger, HandlerKind handler) {
        return "ALOFT-047 The class " + type + " carries " + trigger + " but implements " + handler.interfaceName()
                + ", which goes with " + Trigger.fitting(handler) + ". Change the annotation, or implement "
                + interfaces(trigger) + " instead.";
    }

    static String twoHandlers(String type) {
        return "ALOFT-048 The class " + type + " implements " + HandlerKind.MESSAGE.interfaceName() + " and "
                + HandlerKind.BATCH.interfaceName()
                + ", so it is not known how it is called. Implement one of them.";
    }

    static String typeTwice(String type) {
        return "ALOFT-049 @EventTrigger names the type \"" + type + "\" twice. Remove one of them.";
    }

    static String blankType() {
        return "ALOFT-050 @EventTrigger names a blank type, which no event has. Leave type out to take every type.";
    }
}
