package shop;

/**
 * Where a function sends what is to happen next. Each platform's queues and topics have a client of their own, so the functions only say
 * what they send; a test sends it to the next function.
 */
@FunctionalInterface
interface Sender<T> {
    void send(T payload);

    /** Sends nothing: what the shop runs with as long as no platform's client is connected. */
    final class Unconnected<T> implements Sender<T> {
        @Override
        public void send(T payload) {}
    }
}
