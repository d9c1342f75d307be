package dev.aloft.testkit.azure;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/**
 * A function whose entry point the worker found.
 *
 * @param json the function
 * @param entryClass the class, not initialised yet
 * @param method the only public method of that name that the class itself declares
 */
record LoadedFunction(FunctionJson json, Class<?> entryClass, Method method) {

    /**
     * Finds the entry point as the worker does.
     *
     * @throws ClassNotFoundException if there is no such class
     * @throws NoSuchMethodException if the class does not declare such a public method
     * @throws UnsupportedOperationException if it declares more than one
     * @throws LinkageError if a type in its methods is missing; the worker does not catch that
     */
    static LoadedFunction load(FunctionJson json, ClassLoader loader) throws ReflectiveOperationException {
        int dot = json.entryPoint().lastIndexOf('.');
        if (dot < 1 || dot == json.entryPoint().length() - 1) {
            throw new IllegalArgumentException("\"" + json.entryPoint() + "\" names no class and method.");
        }
        String className = json.entryPoint().substring(0, dot).strip();
        String methodName = json.entryPoint().substring(dot + 1).strip();
        Class<?> entryClass = Class.forName(className, false, loader);
        List<Method> candidates = new ArrayList<>();
        for (Method method : entryClass.getMethods()) {
            if (method.getDeclaringClass().getName().equals(className)
                    && method.getName().equals(methodName)) {
                candidates.add(method);
            }
        }
        if (candidates.isEmpty()) {
            throw new NoSuchMethodException(
                    "The class " + className + " declares no public method " + methodName + ".");
        }
        if (candidates.size() > 1) {
            throw new UnsupportedOperationException(
                    "The class " + className + " declares more than one public method " + methodName + ".");
        }
        return new LoadedFunction(json, entryClass, candidates.get(0));
    }
}
