package dev.aloft.local.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestsTest {
    private final Engine engine = Engine.of(Profile.named("aws"), 1, Crew::oneByOne);
    private final List<WeakReference<Target>> started = new ArrayList<>();
    private final Requests requests = new Requests(engine, this::start);
    private int deeper;

    /** The handlers of an instance, which meet a request while they answer another one as long as that is wanted. */
    private final class Burst implements Target {
        @Override
        public List<Outcome> invoke(Call call) {
            if (deeper > 0) {
                deeper--;
                requests.answer(new Asked(), false);
            }
            return List.of(Outcome.HANDLED);
        }
    }

    private record Asked() implements Exchange {
        @Override
        public String id() {
            return "1";
        }

        @Override
        public String line() {
            return "GET /";
        }

        @Override
        public int requestLength() {
            return 0;
        }

        @Override
        public String function() {
            return "welcome";
        }

        @Override
        public int status() {
            return 200;
        }

        @Override
        public int responseLength() {
            return 0;
        }

        @Override
        public void replace(int status, Throwable reason) {
            throw new IllegalStateException(reason);
        }
    }

    private Target start() {
        Target target = new Burst();
        started.add(new WeakReference<>(target));
        return target;
    }

    private long alive() {
        System.gc();
        return started.stream().filter(target -> target.get() != null).count();
    }

    @Test
    void whatABurstHasStartedGoesWhenItHasBeenIdleThoughTheFirstIsBusy() {
        deeper = 4;
        requests.answer(new Asked(), false);
        assertThat(alive()).isEqualTo(5);

        for (int minute = 0; minute < 20; minute++) {
            engine.advance(Duration.ofMinutes(1));
            requests.answer(new Asked(), false);
        }

        assertThat(started).hasSize(5);
        assertThat(alive()).isEqualTo(1);
    }
}
