package dev.aloft.runtime;

import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import dev.aloft.BatchHandler;
import dev.aloft.ChangeHandler;
import dev.aloft.EventHandler;
import dev.aloft.HttpHandler;
import dev.aloft.MessageHandler;
import dev.aloft.ScheduleHandler;
import dev.aloft.StorageHandler;
import dev.aloft.spi.Binding;
import dev.aloft.spi.ChangeBinding;
import dev.aloft.spi.FunctionDefinition;
import dev.aloft.spi.FunctionIndex;
import dev.aloft.spi.HandlerFactory;
import dev.aloft.spi.MessageBinding;
import dev.aloft.spi.ScheduleBinding;
import dev.aloft.spi.StorageBinding;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** One function of the application and, from its first invocation on, its handler. */
final class FunctionHandle {
    private final FunctionDefinition definition;
    private final FunctionIndex index;
    private final @Nullable HandlerFactory factory;
    private volatile @Nullable Object handler;

    FunctionHandle(FunctionDefinition definition, FunctionIndex index, @Nullable HandlerFactory factory) {
        this.definition = definition;
        this.index = index;
        this.factory = factory;
    }

    FunctionDefinition definition() {
        return definition;
    }

    String name() {
        return definition.name();
    }

    HttpHandler httpHandler() {
        Object created = handler();
        if (created instanceof HttpHandler http) {
            return http;
        }
        throw wrongHandler(created, "HttpHandler");
    }

    /** A {@code MessageHandler} or {@code BatchHandler} for messages, an {@code EventHandler} for events, and so on. */
    Object eventHandler() {
        Object created = handler();
        Binding binding = definition.binding();
        if (binding instanceof MessageBinding) {
            return created instanceof BatchHandler<?>
                    ? created
                    : required(MessageHandler.class, created, "MessageHandler or dev.aloft.BatchHandler");
        }
        if (binding instanceof StorageBinding) {
            return required(StorageHandler.class, created, "StorageHandler");
        }
        if (binding instanceof ScheduleBinding) {
            return required(ScheduleHandler.class, created, "ScheduleHandler");
        }
        return binding instanceof ChangeBinding
                ? required(ChangeHandler.class, created, "ChangeHandler")
                : required(EventHandler.class, created, "EventHandler");
    }

    private Object required(Class<?> kind, Object created, String expected) {
        if (kind.isInstance(created)) {
            return created;
        }
        throw wrongHandler(created, expected);
    }

    /** What a function for messages or changes asks for; null for those that do not choose. */
    @Nullable
    Type payloadTypeIfAny() {
        return definition.binding() instanceof MessageBinding || definition.binding() instanceof ChangeBinding
                ? payloadType()
                : null;
    }

    /** What a function for messages or changes asks for. */
    Type payloadType() {
        Type type;
        try {
            type = index.payloadType(name());
        } catch (AloftException e) {
            throw e;
        } catch (Throwable e) {
            throw noPayloadType(e);
        }
        if (type == null) {
            throw noPayloadType(new NullPointerException("the index returned null"));
        }
        return type;
    }

    private AloftException noPayloadType(Throwable cause) {
        return new AloftException(
                Kind.CONFIGURATION,
                "ALOFT-115",
                "The payload type of function " + name() + " cannot be found: "
                        + cause.getClass().getName()
                        + " was thrown by the function index. See that the class is in the application. The cause follows.",
                cause);
    }

    private Object handler() {
        Object created = handler;
        return created == null ? create() : created;
    }

    private AloftException wrongHandler(Object created, String expected) {
        return new AloftException(
                Kind.CONFIGURATION,
                "ALOFT-107",
                "Function " + name() + " expects " + definition.binding().expects() + ", but its handler "
                        + created.getClass().getName() + " is no dev.aloft." + expected + ".");
    }

    /** A failure is not remembered: what a constructor needs may be there at the next request. */
    private synchronized Object create() {
        Object created = handler;
        if (created == null) {
            try {
                created = index.handler(name(), factory);
            } catch (Throwable e) {
                throw notCreated(e);
            }
            if (created == null) {
                throw notCreated(new NullPointerException("the factory returned null"));
            }
            handler = created;
        }
        return created;
    }

    private AloftException notCreated(Throwable cause) {
        return new AloftException(
                Kind.CONFIGURATION,
                "ALOFT-108",
                "The handler of function " + name() + " cannot be created: "
                        + cause.getClass().getName()
                        + " was thrown by its constructor, its static initialiser or the handler factory. The cause follows.",
                cause);
    }
}
