package dev.aloft.local.junit;

import dev.aloft.local.LocalFunctions;
import dev.aloft.local.LocalHttp;
import java.lang.reflect.Method;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.TestAbortedException;

/** What JUnit calls. It keeps nothing itself: one of these serves all tests, also at the same time. */
final class AloftExtension implements BeforeEachCallback, AfterEachCallback, ParameterResolver, InvocationInterceptor {
    private static final Set<Class<?>> PARAMETERS =
            Set.of(LocalFunctions.class, LocalHttp.class, Clock.class, InstantSource.class, CapturedOutput.class);

    /** A test, or another piece of code of a test class, on the thread that runs it. */
    private record Turn(Session session, @Nullable CapturedOutput before) {
        static Turn begin(Session session) {
            return new Turn(session, session.streams().direct(session.output()));
        }

        /** Shows one piece of text, so that parallel tests do not mix theirs. */
        void end(ExtensionContext context, @Nullable Throwable failure) {
            session.streams().direct(before);
            if (failure != null && !(failure instanceof TestAbortedException)) {
                session.streams().show(session.report(context));
            } else if (context.getConfigurationParameter("aloft.output")
                    .filter("always"::equals)
                    .isPresent()) {
                session.streams().show(session.unshown());
            }
        }

        void take(Invocation<Void> invocation, ExtensionContext context) throws Throwable {
            Throwable failure = null;
            try {
                invocation.proceed();
                AssertionError workLeft = session.workLeft();
                if (workLeft != null) {
                    throw workLeft;
                }
            } catch (Throwable e) {
                failure = e;
                throw e;
            } finally {
                end(context, failure);
            }
        }
    }

    /** A test has functions of its own also if the constructor takes them. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return PARAMETERS.contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Session session = Session.of(context);
        Class<?> type = parameter.getParameter().getType();
        if (type == CapturedOutput.class) {
            return session.output();
        }
        if (type == LocalFunctions.class) {
            return session.functions();
        }
        InstantSource time = session::now;
        return type == LocalHttp.class ? session.functions().http() : time.withZone(ZoneOffset.UTC);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        context.getStore(Session.NAMESPACE).put(Turn.class, Turn.begin(Session.of(context)));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Turn turn = context.getStore(Session.NAMESPACE).remove(Turn.class, Turn.class);
        if (turn != null) {
            Throwable failure = context.getExecutionException().orElse(null);
            AssertionError workLeft = failure == null ? turn.session().workLeft() : null;
            turn.end(context, failure == null ? workLeft : failure);
            if (workLeft != null) {
                throw workLeft;
            }
        }
    }

    /** It may run on another thread than the method that made it, which does not fail with it. */
    @Override
    public void interceptDynamicTest(
            Invocation<Void> invocation, DynamicTestInvocationContext test, ExtensionContext context) throws Throwable {
        Turn.begin(Session.of(context)).take(invocation, context);
    }

    @Override
    public void interceptBeforeAllMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        ofClass(invocation, context);
    }

    @Override
    public void interceptAfterAllMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        ofClass(invocation, context);
    }

    /** Functions of the class there are only if a parameter has asked for them. */
    private static void ofClass(Invocation<Void> invocation, ExtensionContext context) throws Throwable {
        Session session = Session.find(context);
        if (session == null) {
            invocation.proceed();
        } else {
            Turn.begin(session).take(invocation, context);
        }
    }
}
