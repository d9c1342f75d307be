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
    private final Acceptor acceptor;
    private final ServerLimits limits;
    /** Whether no request has begun. */
    private volatile boolean idle;
    /** Until when the client is waited for. */
    private volatile long end;

    Connection(Socket socket, Acceptor acceptor, ServerLimits limits) {
        this.socket = socket;
        this.acceptor = acceptor;
        this.limits = limits;
        await(true, limits.idleTime());
    }

    private void await(boolean nextRequest, Duration most) {
        end = System.nanoTime() + most.toNanos();
        idle = nextRequest;
    }

    @Override
    public void run() {
        try (socket) {
            // A small answer would otherwise wait 40 ms for the client's acknowledgement of the last one.
            socket.setTcpNoDelay(true);
            RequestInput in = new RequestInput(socket.getInputStream());
            ResponseOutput out = new ResponseOutput(socket.getOutputStream());
            while (in.hasNext() && answerNext(in, out)) {
                await(!in.hasBuffered(), limits.idleTime());
            }
        } catch (IOException clientIsGone) {
            close();
        } finally {
            acceptor.ended(this);
        }
    }

    /** Answers one request. @return whether another may follow */
    private boolean answerNext(RequestInput in, ResponseOutput out) throws IOException {
        try {
            await(false, limits.headTime());
            RequestHead head = RequestHead.read(in, limits);
            byte[] body = body(head, in, out);
            await(false, FOREVER);
            HttpResponse response = acceptor.answer(request(head, body));
            boolean persistent = head.persistent() && !acceptor.isStopping();
            await(false, limits.bodyTime());
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
        await(false, limits.bodyTime());
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
        acceptor.refused(refused);
        await(false, LINGER);
        out.send(refused.answer(), false, false);
        socket.shutdownOutput();
        in.drain();
    }

    /** Closes the connection if the client is too slow, or idle while the server stops. */
    void closeIfOverdue() {
        if (System.nanoTime() - end > 0 || idle && acceptor.isStopping()) {
            close();
        }
    }

    void close() {
        try {
            socket.close();
        } catch (IOException e) {
            acceptor.report("A connection could not be closed: " + e);
        }
    }
}
