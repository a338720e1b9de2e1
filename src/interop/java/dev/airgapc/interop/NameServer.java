package dev.airgapc.interop;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A name server on the loopback that knows no name and remembers each that it is asked for (RFC 1035, section 4). */
final class NameServer implements AutoCloseable {
    private static final int NO_SUCH_NAME = 0x8183;
    private static final int HEADER = 12;

    private final DatagramSocket socket;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    NameServer() throws IOException {
        socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 53));
        Thread thread = new Thread(this::serve, "names");
        thread.setDaemon(true);
        thread.start();
    }

    List<String> asked() {
        return List.copyOf(asked);
    }

    void forget() {
        asked.clear();
    }

    private void serve() {
        byte[] bytes = new byte[512];
        DatagramPacket packet = new DatagramPacket(bytes, bytes.length);
        try {
            while (true) {
                packet.setLength(bytes.length);
                socket.receive(packet);
                int end = name(bytes);
                bytes[2] = (byte) (NO_SUCH_NAME >> 8);
                bytes[3] = (byte) NO_SUCH_NAME;
                for (int at = 6; at < HEADER; at++) {
                    bytes[at] = 0; // no answers, and nothing additional
                }
                packet.setLength(end + 4);
                socket.send(packet);
            }
        } catch (IOException closed) {
            socket.close();
        }
    }

    /** Remembers the name of a question, and says where it ends. */
    private int name(byte[] bytes) {
        StringBuilder name = new StringBuilder();
        int at = HEADER;
        while (bytes[at] != 0) {
            name.append(name.length() == 0 ? "" : ".")
                    .append(new String(bytes, at + 1, bytes[at], StandardCharsets.US_ASCII));
            at += bytes[at] + 1;
        }
        asked.add(name.toString());
        return at + 1;
    }

    @Override
    public void close() {
        socket.close();
    }
}
