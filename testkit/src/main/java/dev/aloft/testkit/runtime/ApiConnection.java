package dev.aloft.testkit.runtime;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.Optional;

/** One connection of a runtime to the Runtime API; each of its threads keeps one. */
record ApiConnection(Socket socket, RuntimeApi api) implements Runnable {

    @Override
    public void run() {
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            Optional<ApiRequest> request = ApiRequest.read(in);
            while (request.isPresent()) {
                socket.getOutputStream().write(api.answer(request.get()).bytes());
                request = ApiRequest.read(in);
            }
        } catch (IOException broken) {
            return; // the process was killed: its end decides the result
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }
}
