package dev.aloft.testkit.runtime.functions;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** An application that answers every connection on a port of 127.0.0.1 with its arguments, after it has said that it is ready. */
public final class ServerApplication {
    private ServerApplication() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments[0].equals("fail")) {
            System.err.println("cannot start");
            System.exit(4);
        }
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        try (ServerSocket server = new ServerSocket(Integer.parseInt(arguments[0]), 8, loopback)) {
            System.out.println("starting\nready on " + server.getLocalPort());
            System.err.println("variable " + System.getenv("MINE") + " home " + System.getenv("HOME"));
            while (true) {
                answer(server, String.join(" ", arguments));
            }
        }
    }

    private static void answer(ServerSocket server, String text) throws IOException {
        try (Socket connection = server.accept();
                OutputStream out = connection.getOutputStream();
                InputStream in = connection.getInputStream()) {
            if (in.read() >= 0) {
                String head = "HTTP/1.1 200 OK\r\nContent-Length: " + text.length() + "\r\n\r\n";
                out.write((head + text).getBytes(StandardCharsets.US_ASCII));
            }
        }
    }
}
