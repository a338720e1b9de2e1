package dev.airgapc.interop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The line to a registry: it passes requests on, writes each one down, and breaks where a test says. */
final class Line implements AutoCloseable {
    private static final Set<String> NOT_PASSED = Set.of("host", "connection", "content-length", "transfer-encoding");

    private final int registry;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Fault> faults = new CopyOnWriteArrayList<>();
    private volatile boolean dead;

    private final Gate gate;

    private Line(int registry) throws IOException {
        this.registry = registry;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gate = Gate.before(server.getAddress(), threads);
    }

    /** What breaks: requests that begin with this method and hold this text. */
    private record Fault(String method, String part, Kind kind, Runnable then) {
        private static final Fault DEATH = new Fault("", "", Kind.DEAD, () -> {});

        boolean concerns(String request) {
            return request.startsWith(method + " ") && request.contains(part);
        }
    }

    private enum Kind {
        REFUSED,
        CUT_ONCE,
        DEAD
    }

    static Line to(LocalRegistry registry) throws IOException {
        Line line = new Line(registry.port());
        line.server.createContext("/", line::pass);
        line.server.setExecutor(line.threads);
        line.server.start();
        return line;
    }

    int port() {
        return gate.socket().getLocalPort();
    }

    /** Each request since the line was begun or forgot, as {@code METHOD /path?query}. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    void forget() {
        requests.clear();
    }

    /** Such requests are answered with 500. */
    void refuse(String method, String part) {
        faults.add(new Fault(method, part, Kind.REFUSED, () -> {}));
    }

    /** The next such request gets through by half: of what is sent with it, or of what comes back. Then something is done. */
    void cut(String method, String part, Runnable then) {
        faults.add(new Fault(method, part, Kind.CUT_ONCE, then));
    }

    /** From the next such request on, nothing is answered any more. */
    void dieAt(String method, String part) {
        faults.add(new Fault(method, part, Kind.DEAD, () -> {}));
    }

    void mend() {
        faults.clear();
        dead = false;
    }

    private void pass(HttpExchange exchange) throws IOException {
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        byte[] body = exchange.getRequestBody().readAllBytes();
        requests.add(request);
        Optional<Fault> fault = dead
                ? Optional.of(Fault.DEATH)
                : faults.stream().filter(one -> one.concerns(request)).findFirst();
        try (exchange) {
            if (fault.isEmpty()) {
                answer(exchange, forward(exchange, body), false);
            } else {
                fail(exchange, body, fault.get());
            }
        }
    }

    private void fail(HttpExchange exchange, byte[] body, Fault fault) throws IOException {
        switch (fault.kind()) {
            case REFUSED -> exchange.sendResponseHeaders(500, -1);
            case DEAD -> dead = true;
            case CUT_ONCE -> {
                faults.remove(fault);
                HttpResponse<byte[]> half = forward(exchange, Arrays.copyOf(body, body.length / 2));
                if (body.length == 0) {
                    answer(exchange, half, true);
                }
                fault.then().run();
            }
        }
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + registry + exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!NOT_PASSED.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, HttpResponse<byte[]> answer, boolean half) throws IOException {
        byte[] body = answer.body();
        boolean head = exchange.getRequestMethod().equals("HEAD");
        answer.headers().map().forEach((name, values) -> {
            boolean length = head && name.equalsIgnoreCase("content-length");
            if (length || !NOT_PASSED.contains(name.toLowerCase(Locale.ROOT))) {
                // What follows an upload must take the same way.
                exchange.getResponseHeaders()
                        .put(
                                name,
                                values.stream()
                                        .map(value -> value.replaceFirst("^http://[^/]+", ""))
                                        .toList());
            }
        });
        exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body, 0, half ? body.length / 2 : body.length);
        exchange.getResponseBody().flush();
    }

    @Override
    public void close() throws IOException {
        gate.close();
        server.stop(0);
        threads.shutdownNow();
    }
}
