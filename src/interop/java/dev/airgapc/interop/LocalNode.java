package dev.airgapc.interop;

import dev.airgapc.testing.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A node: containerd with its CRI plugin, for which {@code /etc} is a folder of the test. So it is led by what {@code install-node.sh}
 * put below that folder, at the paths that are written in it. strace writes down whom it connects to.
 */
record LocalNode(Path folder, Process process) implements AutoCloseable {
    private static final Pattern CONNECT = Pattern.compile("connect\\(\\d+, \\{sa_family=AF_INET6?, (.*?)\\}, \\d+");
    private static final Pattern PORT = Pattern.compile("port=htons\\((\\d+)\\)");
    private static final Pattern ADDRESS = Pattern.compile("(?:inet_addr\\(|inet_pton\\(AF_INET6, )\"([^\"]*)\"");

    /** The configuration of containerd as a node has it, with folders of its own and without what needs devices. */
    static Path configure(Path folder) throws IOException {
        Path config = folder.resolve("etc/containerd/config.toml");
        Files.createDirectories(config.resolveSibling("."));
        return Files.writeString(config, """
                version = 2
                root = "FOLDER/root"
                state = "FOLDER/state"
                disabled_plugins = [
                  "io.containerd.internal.v1.opt",
                  "io.containerd.snapshotter.v1.btrfs",
                  "io.containerd.snapshotter.v1.devmapper",
                ]

                [grpc]
                  address = "FOLDER/containerd.sock"

                [plugins]
                  [plugins."io.containerd.grpc.v1.cri".containerd]
                    snapshotter = "native"
                  [plugins."io.containerd.grpc.v1.cri".registry]
                    config_path = "/etc/containerd/certs.d"
                """.replace("FOLDER", folder.toString()));
    }

    /** Starts it, with the configuration that lies there. */
    static LocalNode start(Path folder) throws IOException {
        String etc =
                "mount --bind \"$1/etc\" /etc && exec \"$2\" -f --seccomp-bpf -e trace=connect -e signal=none -o \"$1/trace\" \"$3\"";
        // A namespace of mounts is there for root, be it of a namespace of users.
        boolean root =
                Processes.run(folder, Map.of(), List.of("id", "-u")).out().equals("0\n");
        Process process = new ProcessBuilder(
                        "unshare",
                        root ? "-m" : "-rm",
                        "sh",
                        "-c",
                        etc,
                        "sh",
                        folder.toString(),
                        Consumer.program("strace"),
                        Consumer.program("containerd"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("containerd.log").toFile())
                .start();
        LocalNode node = new LocalNode(folder, process);
        for (int tries = 0; tries < 1200; tries++) {
            if (Files.exists(folder.resolve("containerd.sock"))) {
                return node;
            }
            pause();
        }
        node.close();
        throw new IllegalStateException(
                "containerd does not start: " + Files.readString(folder.resolve("containerd.log")));
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asks for an image as the kubelet does. */
    Pull pull(String image) throws IOException {
        int before = trace().length();
        Processes.Result result = Processes.run(
                folder,
                Map.of(),
                List.of(
                        Consumer.program("cripull"),
                        folder.resolve("containerd.sock").toString(),
                        image));
        TreeSet<String> asked = new TreeSet<>();
        Matcher connects = CONNECT.matcher(trace().substring(before));
        while (connects.find()) {
            asked.add(find(ADDRESS, connects.group(1)) + " port " + find(PORT, connects.group(1)));
        }
        return new Pull(result.exit(), result.out(), result.err(), List.copyOf(asked));
    }

    /**
     * What came of it.
     *
     * @param asked every address that was connected to meanwhile, be it a server of names
     */
    record Pull(int exit, String out, String err, List<String> asked) {}

    private String trace() throws IOException {
        return Files.readString(folder.resolve("trace"));
    }

    private static String find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : text;
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
