package dev.aloft.local;

import dev.aloft.local.engine.Call;
import dev.aloft.local.engine.Outcome;
import dev.aloft.local.engine.Target;
import dev.aloft.runtime.FunctionRuntime;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All functions for HTTP in one instance. There are no lambdas on the way of a server's first request. */
record HttpTarget(Version version, FunctionRuntime runtime, Platform platform) implements Target {
    @Override
    public List<Outcome> invoke(Call call) {
        HttpExchange exchange = (HttpExchange) call.parcels().get(0).content();
        ClassLoader own = version.enter();
        try {
            exchange.run(runtime, platform.timeOf(call.start()), call);
        } finally {
            version.leave(own);
        }
        return List.of(Outcome.HANDLED);
    }

    /** Starts instances; the first one of a version has the handlers that the version began with. */
    static final class Starter implements Supplier<Target> {
        private final Supplier<Version> current;
        private final Platform platform;
        private @Nullable Version last;

        Starter(Supplier<Version> current, Platform platform) {
            this.current = current;
            this.platform = platform;
        }

        @Override
        public synchronized Target get() {
            Version version = current.get();
            FunctionRuntime runtime = version == last ? version.startAnother() : version.runtime();
            last = version;
            return new HttpTarget(version, runtime, platform);
        }
    }
}
