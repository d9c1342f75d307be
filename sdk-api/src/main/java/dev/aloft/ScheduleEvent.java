package dev.aloft;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One firing of a schedule, the same on every platform.
 *
 * <pre>{@code
 * ScheduleEvent event = ScheduleEvent.builder("clean-up", Instant.now()).scheduledAt(Instant.parse("2026-03-29T03:00:00Z")).build();
 * }</pre>
 *
 * <p>An event is immutable. Platforms fire at least once: the same firing may come twice, and {@link #id()} tells it again.
 */
public final class ScheduleEvent {
    private static final long PUNCTUAL_SECONDS = 60;

    private final String id;
    private final String schedule;
    private final Instant firedAt;
    private final @Nullable Instant scheduledAt;
    private final boolean late;
    private final int attempt;
    private final byte @Nullable [] raw;

    private ScheduleEvent(Builder builder) {
        this.schedule = builder.schedule;
        this.firedAt = builder.firedAt;
        this.scheduledAt = builder.scheduledAt;
        this.id = builder.id != null ? builder.id : schedule + "/" + (scheduledAt != null ? scheduledAt : firedAt);
        this.late = builder.late || scheduledAt != null && scheduledAt.isBefore(firedAt.minusSeconds(PUNCTUAL_SECONDS));
        this.attempt = builder.attempt;
        this.raw = builder.raw;
    }

    /**
     * Starts an event.
     *
     * @param schedule the schedule's name on the platform, for example {@code clean-up}; not blank
     * @param firedAt when it came
     * @return a builder; without {@link Builder#id} the event's id is made of the schedule's name and the time for which it was
     *     planned; if that is not known either, the time at which it came, which is another one when it comes again
     * @throws IllegalArgumentException with code ALOFT-413 if the name is blank
     */
    public static Builder builder(String schedule, Instant firedAt) {
        return new Builder(schedule, firedAt);
    }

    /**
     * The firing's identity, the same when it comes again: {@code clean-up/2026-03-29T03:00:00Z}, or the id that EventBridge or Pub/Sub
     * gives it.
     *
     * @return the id, never blank
     */
    public String id() {
        return id;
    }

    /** The name of what fired: EventBridge's rule or schedule, Cloud Scheduler's job, the function on Azure and here. */
    public String schedule() {
        return schedule;
    }

    /** The time for which it was planned; empty where the platform does not tell. */
    public Optional<Instant> scheduledAt() {
        return Optional.ofNullable(scheduledAt);
    }

    /** When the event reached the function, by this machine's clock. */
    public Instant firedAt() {
        return firedAt;
    }

    /** Whether the platform calls it late, or it came more than one minute after the time for which it was planned. */
    public boolean isLate() {
        return late;
    }

    /**
     * Which attempt at this firing it is, 1 for the first.
     *
     * @return the attempt; empty where the platform does not count
     */
    public OptionalInt attempt() {
        return attempt > 0 ? OptionalInt.of(attempt) : OptionalInt.empty();
    }

    /** The event just as the platform handed it over, as a copy. Code that uses it is not portable. */
    public Optional<byte[]> raw() {
        return raw == null ? Optional.empty() : Optional.of(raw.clone());
    }

    /** Everything but the native form. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ScheduleEvent that
                && that.id.equals(id)
                && that.schedule.equals(schedule)
                && that.firedAt.equals(firedAt)
                && Objects.equals(that.scheduledAt, scheduledAt)
                && that.late == late
                && that.attempt == attempt;
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, schedule, firedAt);
    }

    /** For example {@code ScheduleEvent[clean-up/2026-03-29T03:00:00Z]}. */
    @Override
    public String toString() {
        return "ScheduleEvent[" + id + "]";
    }

    /** Collects what an event is made of; what is not set is empty. */
    public static final class Builder {
        private final String schedule;
        private final Instant firedAt;
        private @Nullable String id;
        private @Nullable Instant scheduledAt;
        private boolean late;
        private int attempt;
        private byte @Nullable [] raw;

        private Builder(String schedule, Instant firedAt) {
            if (schedule.isBlank()) {
                throw new IllegalArgumentException(
                        "ALOFT-413 A schedule event has the name of its schedule; it is blank.");
            }
            this.schedule = schedule;
            this.firedAt = firedAt;
        }

        /** Sets the identity; null or blank for the one made of name and time. */
        public Builder id(@Nullable String text) {
            this.id = text == null || text.isBlank() ? null : text;
            return this;
        }

        /** Sets the time for which it was planned. */
        public Builder scheduledAt(@Nullable Instant instant) {
            this.scheduledAt = instant;
            return this;
        }

        /** Sets whether the platform calls it late. */
        public Builder late(boolean toldSo) {
            this.late = toldSo;
            return this;
        }

        /** Sets which attempt it is; less than 1 for unknown. */
        public Builder attempt(int number) {
            this.attempt = Math.max(number, 0);
            return this;
        }

        /** Sets the native form, bytes that are not changed any more. */
        public Builder raw(byte @Nullable [] bytes) {
            this.raw = bytes;
            return this;
        }

        /** The event. */
        public ScheduleEvent build() {
            return new ScheduleEvent(this);
        }
    }
}
