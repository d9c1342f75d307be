package dev.aloft.local;

import dev.aloft.HttpRequest;
import dev.aloft.HttpResponse;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;

/** One client: its requests one after the other, on one thread. */
final class Connection implements Runnable {
    private static final Duration FOREVER = Duration.ofDays(365);
    private static final Duration LINGER = Duration.ofSeconds(5);

    private final Socket socket;
    private final Exchanges exchanges;
    private final ServerLimits limits;
    private volatile Phase phase;

    /** What the client is waited for, and until when. */
    private record Phase(boolean idle, long end) {
        static Phase of(boolean idle, Duration most) {
            return new Phase(idle, System.nanoTime() + most.toNanos());
        }
    }

    Connection(Socket socket, Exchanges exchanges, ServerLimits limits) {
        this.socket = socket;
        this.exchanges = exchanges;
        this.limits = limits;
        this.phase = Phase.of(true, limits.idleTime());
    }

    @Override
    public void run() {
        try (socket) {
            // A small answer would otherwise wait 40 ms for the client's acknowledgement of the last one.
            socket.setTcpNoDelay(true);
            RequestInput in = new RequestInput(socket.getInputStream());
            ResponseOutput out = new ResponseOutput(socket.getOutputStream());
            while (in.hasNext() && answerNext(in, out)) {
                phase = Phase.of(!in.hasBuffered(), limits.idleTime());
            }
        } catch (IOException clientIsGone) {
            close();
        } finally {
            exchanges.ended(this);
        }
    }

    /** Answers one request. @return whether another may follow */
    private boolean answerNext(RequestInput in, ResponseOutput out) throws IOException {
        try {
            phase = Phase.of(false, limits.headTime());
            RequestHead head = RequestHead.read(in, limits);
            byte[] body = body(head, in, out);
            phase = Phase.of(false, FOREVER);
            HttpResponse response = exchanges.answer(request(head, body));
            boolean persistent = head.persistent() && !exchanges.isStopping();
            phase = Phase.of(false, limits.bodyTime());
            out.send(response, head.method().equals("HEAD"), persistent);
            return persistent;
        } catch (RefusedRequest refused) {
            refuse(refused, in, out);
            return false;
        }
    }

    private byte[] body(RequestHead head, RequestInput in, ResponseOutput out) throws IOException, RefusedRequest {
        int announced = RequestBody.announced(head.headers(), limits.bodyLength());
        if (head.headers().contains("expect")) {
            if (!HeadSyntax.lists(head.headers(), "expect", "100-continue")) {
                throw RefusedRequest.unsupported(417, "an expectation other than 100-continue");
            }
            if (announced != 0 && !in.hasBuffered()) {
                out.sendContinue();
            }
        }
        phase = Phase.of(false, limits.bodyTime());
        return RequestBody.read(announced, in, limits.bodyLength());
    }

    private HttpRequest request(RequestHead head, byte[] body) {
        HttpRequest.Builder request = HttpRequest.builder(head.method(), head.path())
                .query(head.query())
                .clientAddress(socket.getInetAddress().getHostAddress())
                .body(body);
        for (int line = 0; line < head.headers().size(); line++) {
            request.header(head.headers().name(line), head.headers().value(line));
        }
        return request.build();
    }

    /** A client that is still sending would lose the answer if the connection were closed at once (RFC 9112 §9.6). */
    private void refuse(RefusedRequest refused, RequestInput in, ResponseOutput out) throws IOException {
        exchanges.refused(refused);
        phase = Phase.of(false, LINGER);
        out.send(refused.answer(), false, false);
        socket.shutdownOutput();
        in.drain();
    }

    /** Closes the connection if the client is too slow, or idle while the server stops. */
    void closeIfOverdue() {
        Phase now = phase;
        if (System.nanoTime() - now.end() > 0 || now.idle() && exchanges.isStopping()) {
            close();
        }
    }

    void close() {
        try {
            socket.close();
        } catch (IOException e) {
            exchanges.report("A connection could not be closed: " + e);
        }
    }
}
