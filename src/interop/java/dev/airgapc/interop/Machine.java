package dev.airgapc.interop;

import dev.airgapc.testing.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/**
 * A machine of its own as far as programs look at {@code /etc} and at their environment: a mount namespace in which a folder takes
 * the place of {@code /etc}, and no variable that was not given. So files lie at the paths that the outputs say, and nothing else is
 * configured.
 */
record Machine(Path etc, Path home) {
    private static final List<String> ROOT = List.of("unshare", "--mount");
    private static final List<String> USER = List.of("unshare", "--map-root-user", "--mount");

    /** A machine whose names are these, and that asks the name server of the loopback for all others. */
    static Machine below(Path folder, String... names) throws IOException {
        Path etc = Files.createDirectories(folder.resolve("etc"));
        Files.writeString(etc.resolve("hosts"), "127.0.0.1 localhost " + String.join(" ", names) + "\n");
        Files.writeString(etc.resolve("nsswitch.conf"), "hosts: files dns\n");
        Files.writeString(etc.resolve("resolv.conf"), "nameserver 127.0.0.1\noptions attempts:1 timeout:2\n");
        Files.writeString(etc.resolve("passwd"), "root:x:0:0::/:/bin/sh\n");
        return new Machine(etc, Files.createDirectories(folder.resolve("home")));
    }

    /** Runs a program there. */
    Processes.Result run(Path folder, Map<String, String> environment, List<String> command) {
        List<String> all = new ArrayList<>(namespace());
        all.addAll(List.of("sh", "-c", "mount --bind \"$0\" /etc && exec env -i \"$@\"", etc.toString()));
        all.add("PATH=" + System.getenv("PATH"));
        all.add("HOME=" + home);
        environment.forEach((name, value) -> all.add(name + "=" + value));
        all.addAll(command);
        return Processes.run(folder, Map.of(), all);
    }

    private static List<String> namespace() {
        for (List<String> way : List.of(ROOT, USER)) {
            List<String> probe = new ArrayList<>(way);
            probe.addAll(List.of("mount", "--bind", "/", "/mnt"));
            if (Processes.run(Path.of(""), Map.of(), probe).exit() == 0) {
                return way;
            }
        }
        Assumptions.abort("this machine allows no mount namespace");
        return List.of();
    }
}
