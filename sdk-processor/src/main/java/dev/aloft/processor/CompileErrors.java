package dev.aloft.processor;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The texts of the errors that only a compilation can have; those of names and routes are the API's own. */
final class CompileErrors {
    private CompileErrors() {}

    static String duplicateName(DeclaredFunction first, DeclaredFunction second) {
        return "ALOFT-003 The functions " + first.location() + " and " + second.location() + " are both named "
                + second.name() + " (names compare without case). Rename one of them with @FunctionName.";
    }

    static String nameOfFolder(String name, Set<String> folders) {
        return "ALOFT-004 The function name " + name + " is, but for case, also a top-level folder of the jar "
                + folders
                + ", while Azure expects a folder of its own for each function. Choose another name with @FunctionName.";
    }

    static String duplicateRoute(DeclaredFunction first, DeclaredFunction second, String method) {
        return "ALOFT-018 The functions " + first.described() + " and " + second.described() + " both answer " + method
                + " on the same paths. Change the method or the path of one of them.";
    }

    static String reservedRoute(String route, String word) {
        return "ALOFT-019 Route " + route + " begins with " + word
                + ". The Azure Functions host refuses every route that begins"
                + " with admin or runtime, in any case. Choose another path, or compile with -Aaloft.azure=false if the"
                + " application never runs on Azure.";
    }

    static String noHandler(String type) {
        return "ALOFT-020 The class " + type
                + " carries @HttpTrigger but does not implement dev.aloft.HttpHandler. Implement"
                + " it, or move the annotation to a public method with a handler's parameters and result.";
    }

    static String noClass(String kind, String type) {
        return "ALOFT-021 @HttpTrigger stands on the " + kind + " " + type
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

    static String wrongSignature(String method, String name, String found) {
        return "ALOFT-027 The method " + method
                + " does not have a handler's parameters and result. Expected: HttpResponse " + name
                + "(HttpRequest, Context), all of dev.aloft. Found: " + found + ".";
    }

    static String wrongMethod(String method, String problem) {
        return "ALOFT-028 The method " + method + " is " + problem
                + ". A function is a public method that is not static, so"
                + " that the functions of a class share its fields.";
    }

    static String nameWithoutTrigger(String element) {
        return "ALOFT-029 " + element
                + " carries @FunctionName but no trigger, so it would never run. Add @HttpTrigger, or"
                + " remove @FunctionName.";
    }

    static String classAndMethod(String type, String method) {
        return "ALOFT-030 The class " + type + " carries @HttpTrigger itself and on its method " + method
                + ". Move the annotation of the class to the method that it is meant for, for example handle.";
    }

    static String sameRouteOnAzure(DeclaredFunction first, DeclaredFunction second) {
        return "ALOFT-031 The routes of the functions " + first.described() + " and " + second.described()
                + " differ only in case, which the Azure Functions host does not tell apart. Change one of them, or compile"
                + " with -Aaloft.azure=false if the application never runs on Azure.";
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
}
