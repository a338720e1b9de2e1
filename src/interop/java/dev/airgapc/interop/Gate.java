package dev.airgapc.interop;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;

/** Lets HTTP through to a server, and turns away at once who begins with TLS: the server of the JDK would listen to that for long. */
record Gate(ServerSocket socket, InetSocketAddress server, ExecutorService threads) implements AutoCloseable {
    private static final int TLS = 0x16;

    static Gate before(InetSocketAddress server, ExecutorService threads) throws IOException {
        Gate gate = new Gate(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), server, threads);
        threads.execute(gate::open);
        return gate;
    }

    private void open() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                threads.execute(() -> admit(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void admit(Socket client) {
        try (client) {
            int first = client.getInputStream().read();
            if (first < 0 || first == TLS) {
                return;
            }
            try (Socket within = new Socket(server.getAddress(), server.getPort())) {
                within.getOutputStream().write(first);
                threads.execute(() -> pump(within, client));
                pump(client, within);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What comes from one goes to the other, until one of them ends; then both do. */
    private static void pump(Socket from, Socket to) {
        try (from;
                to) {
            InputStream bytes = from.getInputStream();
            bytes.transferTo(to.getOutputStream());
        } catch (IOException ended) {
            return;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
