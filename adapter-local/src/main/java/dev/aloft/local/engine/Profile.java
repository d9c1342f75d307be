package dev.aloft.local.engine;

import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How a platform delivers and runs functions, as data: {@code Profile.named("aws")}.
 *
 * <p>{@code aws}, {@code azure} and {@code gcp} are the platforms with their defaults, and as Aloft's files for Azure set it up; each number
 * has its origin in the profile's file, and the main ones stand side by side in docs/local-engine.md. {@code strict} is the worst of all, for tests. {@code calm} is none of them: everything comes once, in order, and to
 * one instance, as a developer who tries something wants it.
 */
public final class Profile {
    /** The names of all profiles. */
    public static final List<String> NAMES = List.of("aws", "azure", "gcp", "strict", "calm");

    private final String name;
    private final ProfileTable table;
    private final Map<SourceKind, Rules> rules = new EnumMap<>(SourceKind.class);
    final HttpRules http;
    /** How long an invocation may take, in milliseconds, as all times. */
    final long timeout;
    /** How many instances of a function there are at most. */
    final int instances;
    /** How many invocations an instance runs at once. */
    final int concurrency;
    /** After how long without an invocation an instance is gone. */
    final long idle;
    /** How long the start of an instance takes. */
    final long coldStart;
    /** The longest that an invocation takes by itself. */
    final long duration;
    /** In how many of a hundred cases an instance is started although another one has room. */
    final int scaleOut;
    /** Whether each function has instances of its own, which run at the same time; otherwise one runs after the other, all in one. */
    final boolean apart;

    private Profile(String name, ProfileTable table) {
        this.name = name;
        this.table = table;
        timeout = table.time("timeout");
        instances = table.number("instances");
        concurrency = table.number("concurrency");
        idle = table.time("idle");
        coldStart = table.time("cold-start");
        duration = table.time("duration");
        scaleOut = table.number("scale-out");
        apart = table.is("apart");
        http = new HttpRules(table);
        for (SourceKind kind : SourceKind.values()) {
            rules.put(kind, new Rules(table, kind));
        }
    }

    /**
     * A profile that comes with Aloft.
     *
     * @param name {@code aws}, {@code azure}, {@code gcp}, {@code strict} or {@code calm}
     * @return the profile
     * @throws AloftException with code ALOFT-140 if there is none of that name
     */
    public static Profile named(String name) {
        if (!NAMES.contains(name)) {
            throw new AloftException(
                    Kind.CONFIGURATION,
                    "ALOFT-140",
                    "There is no profile of that name. Choose one of " + NAMES
                            + "; strict is the worst of the platforms, calm is without chance.");
        }
        try (InputStream file = Objects.requireNonNull(Profile.class.getResourceAsStream(name + ".profile"))) {
            return of(name, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Profile of(String name, String text) {
        return new Profile(name, ProfileTable.parse(name, text));
    }

    /**
     * This profile with another value of one rule, for example {@code with("queue.attempts", "3")}.
     *
     * @param rule a rule as the profile's file names it
     * @param value its value, in the same form
     * @return a new profile
     * @throws AloftException with code ALOFT-141 if there is no such rule or it cannot have that value
     */
    public Profile with(String rule, String value) {
        return new Profile(name, table.with(rule, value));
    }

    /**
     * This profile with another number of attempts for all kinds of sources.
     *
     * @param attempts how often a message is delivered at most, at least once
     * @return a new profile
     */
    public Profile withAttempts(int attempts) {
        if (attempts < 1) {
            throw new IllegalArgumentException("A message is delivered at least once, not " + attempts + " times.");
        }
        Profile changed = this;
        for (SourceKind kind : SourceKind.values()) {
            changed = changed.with(kind.word() + ".attempts", Integer.toString(attempts));
        }
        return changed;
    }

    /** Whether each function has instances of its own; otherwise all functions share one, with the same handler objects. */
    public boolean isApart() {
        return apart;
    }

    /**
     * Which part of a stream a key belongs to.
     *
     * @param key the key
     * @return a number from 0
     */
    public int shard(String key) {
        Rules stream = rules(SourceKind.STREAM);
        return stream.order == Rules.Order.SHARD ? stream.shard(key.hashCode()) : 0;
    }

    /** For example {@code aws}. */
    public String name() {
        return name;
    }

    Rules rules(SourceKind kind) {
        return Objects.requireNonNull(rules.get(kind));
    }

    /** Refuses what the platform would not take from a sender. */
    void check(SourceKind kind, String source, int size) {
        Rules its = rules(kind);
        if (its.payload > 0 && size > its.payload) {
            throw new AloftException(
                    Kind.PAYLOAD,
                    "ALOFT-142",
                    "A message of " + size + " bytes is too large for " + kind.word() + " " + source + ": the profile "
                            + name
                            + " takes " + its.payload + " bytes, and to more the platform says " + its.tooLarge
                            + ". Send a reference to an object in a store instead.");
        }
    }

    ProfileTable table() {
        return table;
    }
}
