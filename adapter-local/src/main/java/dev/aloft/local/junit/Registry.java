package dev.aloft.local.junit;

import dev.aloft.spi.FunctionIndex;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** The field or method of a test class that gives the functions under test. */
record Registry(Member member) {
    static @Nullable Registry of(Class<?> testClass) {
        List<Member> members = new ArrayList<>();
        members.addAll(AnnotationSupport.findAnnotatedFields(testClass, FunctionsUnderTest.class));
        members.addAll(AnnotationSupport.findAnnotatedMethods(
                testClass, FunctionsUnderTest.class, HierarchyTraversalMode.BOTTOM_UP));
        if (members.size() > 1) {
            throw SetupErrors.registry(testClass, "there are " + members.size() + " in the class. Leave one");
        }
        return members.isEmpty() ? null : new Registry(members.get(0));
    }

    FunctionIndex read(ExtensionContext context) {
        Object value = value(context, Modifier.isStatic(member.getModifiers()) ? null : instance(context));
        if (value instanceof FunctionIndex index) {
            return index;
        }
        throw SetupErrors.registry(
                member.getDeclaringClass(),
                member.getName() + " gave "
                        + (value == null ? "null" : "a " + value.getClass().getName())
                        + ". Let it give a FunctionIndex, for example of Functions.builder()");
    }

    private Object instance(ExtensionContext context) {
        return context.getTestInstances()
                .flatMap(instances -> instances.findInstance(member.getDeclaringClass()))
                .orElseThrow(() -> SetupErrors.registry(
                        member.getDeclaringClass(),
                        member.getName()
                                + " belongs to an instance of the class, and there is none yet. Make it static,"
                                + " or take the functions in the test or in @BeforeEach"));
    }

    private @Nullable Object value(ExtensionContext context, @Nullable Object instance) {
        if (member instanceof Field field) {
            return ReflectionSupport.tryToReadFieldValue(field, instance)
                    .getOrThrow(cause -> SetupErrors.registry(
                            member.getDeclaringClass(),
                            member.getName() + " cannot be read: " + cause + ". Open the package to JUnit"));
        }
        return context.getExecutableInvoker().invoke((Method) member, instance);
    }
}
