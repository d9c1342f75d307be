package dev.aloft.local.engine;

import dev.aloft.AloftException;
import dev.aloft.AloftException.Kind;
import dev.aloft.local.engine.Timeline.Step;
import dev.aloft.local.engine.Timeline.Then;
import dev.aloft.local.engine.Timeline.What;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/**
 * Has functions answer requests, by the rules of the engine's profile: {@code new Requests(engine, Shop::target).answer(exchange, false)}.
 *
 * <p>All functions for HTTP share their instances. A request goes to the one that started first of those with room, and a new one starts
 * only if there is none; so what comes one after the other meets the same objects, until they have been idle for long. Where the profile
 * keeps all functions in one instance, requests run in the thread of their clients, as long as they like.
 *
 * <p>It is thread-safe. No request waits for another one, or for a delivery.
 */
public final class Requests {
    /** The longest that a test waits for a function, in milliseconds. */
    private static final long PATIENCE = 10_000;

    private final Engine engine;
    private final Profile profile;
    private final HttpRules rules;
    private final Inbox inbox;
    private final Supplier<Target> starter;
    private final List<Instance> instances = new ArrayList<>();
    private int started;

    /**
     * Requests to functions of an engine.
     *
     * @param engine what keeps the time, and delivers what the functions send
     * @param starter makes the handlers of an instance that starts
     */
    public Requests(Engine engine, Supplier<Target> starter) {
        this.engine = engine;
        this.profile = engine.profile;
        this.rules = profile.http;
        Subscription all = new Subscription("", SourceKind.HTTP, "");
        this.inbox = new Inbox(all, profile.rules(SourceKind.HTTP), engine.dice.of("http"), engine.timeline());
        this.starter = starter;
    }

    /**
     * Has a request answered, by a function or in its place as the platform does.
     *
     * @param exchange the request
     * @param inRealTime whether the platform's whole time-out counts, and what it really took; otherwise it is 10 seconds at most
     */
    public void answer(Exchange exchange, boolean inRealTime) {
        if (rules.payload > 0 && exchange.requestLength() > rules.payload) {
            exchange.replace(rules.refused, tooLarge(exchange));
            tell(exchange, "", 0, What.REJECTED, ", refused by the platform");
            return;
        }
        Call call = begin(exchange);
        long start = System.nanoTime();
        engine.crew.runOne(call, inRealTime ? call.timeout() : Math.min(call.timeout(), PATIENCE));
        long took = inRealTime ? (System.nanoTime() - start) / 1_000_000 : length(call);
        engine.accept(call.outbox());
        What what = replaced(call, exchange);
        String why = what == What.TIMED_OUT ? ", timed out" + abandoned(call) : "";
        tell(exchange, Timeline.instance(call), took, what, why);
        engine.timeline().leftWork(call);
        end(call);
    }

    private synchronized Call begin(Exchange exchange) {
        long now = engine.now();
        long number = engine.nextCall();
        Item item = new Item(exchange.id(), null, exchange, exchange.requestLength());
        return new Call(number, inbox, pick(now), List.of(new Parcel(exchange.id(), item, number, false)), now);
    }

    private Instance pick(long now) {
        Instance first = null;
        for (Iterator<Instance> all = instances.iterator(); all.hasNext(); ) {
            Instance instance = all.next();
            if (instance.isGone(now)) {
                all.remove();
            } else if (first == null && (instance.hasRoom() || !profile.apart && !instance.isStopped())) {
                first = instance;
            }
        }
        return first == null ? start() : first;
    }

    private Instance start() {
        started++;
        long timeout = rules.timeout == 0 ? Long.MAX_VALUE : rules.timeout;
        Instance fresh = new Instance(started, profile, timeout, starter);
        instances.add(fresh);
        return fresh;
    }

    /** Lets instances end what they have begun and take nothing more, so that what comes is for handlers that start anew. */
    public synchronized void retire() {
        instances.forEach(Instance::stop);
    }

    private synchronized void end(Call call) {
        if (call.isTimedOut()) {
            call.itsInstance().stop();
        }
        call.itsInstance().end(engine.now());
    }

    /** How long it takes in virtual time. */
    private long length(Call call) {
        if (call.isTimedOut()) {
            return call.timeout();
        }
        long own = inbox.dice().duration(Math.toIntExact(profile.duration), call.number(), 1);
        return own + (call.isCold() ? profile.coldStart : 0);
    }

    /** Replaces what the platform would not send. @return what has become of the request */
    private What replaced(Call call, Exchange exchange) {
        if (call.isTimedOut()) {
            exchange.replace(rules.late, tooLate(call, exchange));
            return What.TIMED_OUT;
        }
        Throwable failure = call.outcome(0).failure();
        if (failure != null) {
            exchange.replace(500, failure);
        } else if (rules.response > 0 && exchange.responseLength() > rules.response) {
            exchange.replace(rules.unsent, tooLong(exchange));
        }
        return exchange.status() < 500 ? What.HANDLED : What.FAILED;
    }

    private void tell(Exchange exchange, String instance, long took, What what, String why) {
        engine.timeline()
                .add(new Step(
                        engine.now(),
                        inbox.source(),
                        exchange.id(),
                        exchange.function(),
                        instance,
                        "",
                        instance.isEmpty() ? "" : Timeline.length(took),
                        exchange.line() + " " + exchange.status() + why,
                        what,
                        Then.NOTHING,
                        false));
    }

    private static String abandoned(Call call) {
        return call.isAbandoned() ? ", did not stop and was abandoned" : "";
    }

    private AloftException tooLarge(Exchange exchange) {
        return new AloftException(
                Kind.PAYLOAD,
                "ALOFT-144",
                "The body of " + exchange.line() + " has " + exchange.requestLength() + " bytes. The profile "
                        + profile.name() + " takes " + rules.payload + ", and answers more with " + rules.refused
                        + " before a function sees it. Let clients send less, or put it into an object store.");
    }

    private AloftException tooLate(Call call, Exchange exchange) {
        return new AloftException(
                Kind.HANDLER,
                "ALOFT-145",
                "Function " + exchange.function() + " took longer for " + exchange.line() + " than the "
                        + Timeline.length(call.timeout()) + " that the profile " + profile.name()
                        + " gives it. It was interrupted" + abandoned(call) + "; the client gets " + rules.late
                        + ". Answer sooner, and leave the rest to a function for messages.");
    }

    private AloftException tooLong(Exchange exchange) {
        return new AloftException(
                Kind.HANDLER,
                "ALOFT-408",
                "The response to " + exchange.line() + " takes " + exchange.responseLength()
                        + " bytes, but the profile "
                        + profile.name() + " accepts " + rules.response
                        + ". Answer in pages, or with a link to an object store.");
    }
}
