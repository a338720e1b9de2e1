package dev.airgapc.interop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;

/**
 * Package indexes on the loopback, each at {@code /simple} of a name of its own
 * (pypa/packaging.python.org:source/specifications/simple-repository-api.rst). It remembers every request.
 */
final class PackageIndex implements AutoCloseable {
    private final HttpsServer server;
    private final Map<String, Map<String, Wheel>> wheels = new LinkedHashMap<>();
    private final Map<String, String> logins = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    PackageIndex(SSLContext certificate) throws IOException {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(certificate));
        server.createContext("/", this::answer);
        server.start();
    }

    /** Gives a host another package. */
    PackageIndex with(String host, Wheel wheel) {
        wheels.computeIfAbsent(host, any -> new LinkedHashMap<>()).put(wheel.name(), wheel);
        return this;
    }

    /** From now on a host answers only to this login, as HTTP knows one; {@code forget} opens it again. */
    void ask(String host, String user, String password) {
        String login = user + ":" + password;
        logins.put(host, "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** What was asked for since it began or was forgotten: host and path. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    void forget() {
        requests.clear();
        logins.clear();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String host =
                String.valueOf(exchange.getRequestHeaders().getFirst("Host")).replaceAll(":\\d+$", "");
        String path = exchange.getRequestURI().getPath();
        requests.add(host + path);
        String login = logins.get(host);
        if (login != null && !login.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"packages\"");
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
            return;
        }
        String[] steps = path.split("/", -1);
        Wheel wheel =
                steps.length < 3 ? null : wheels.getOrDefault(host, Map.of()).get(steps[2].replace('-', '_'));
        byte[] body = wheel == null ? new byte[0] : path.endsWith(".whl") ? wheel.bytes() : page(wheel);
        boolean empty = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.getResponseHeaders().add("Content-Type", path.endsWith("/") ? "text/html" : "application/zip");
        exchange.sendResponseHeaders(wheel == null ? 404 : 200, empty ? -1 : body.length);
        if (!empty) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private static byte[] page(Wheel wheel) throws IOException {
        String name = wheel.fileName();
        return ("<!DOCTYPE html><html><body><a href=\"" + name + "#sha256=" + Wheel.digest(wheel.bytes()) + "\">" + name
                        + "</a></body></html>")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
