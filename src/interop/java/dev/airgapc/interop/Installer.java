package dev.airgapc.interop;

import java.util.List;

/** How a package is installed into a folder. Neither tries again what failed. */
enum Installer {
    PIP("pip") {
        @Override
        List<String> install(String what) {
            return List.of(program(), "--retries", "0", "install", "--target", "installed", what);
        }
    },
    UV("uv") {
        @Override
        List<String> install(String what) {
            return List.of(
                    program(),
                    "pip",
                    "install",
                    "--python",
                    Consumer.program("python"),
                    "--no-managed-python",
                    "--target",
                    "installed",
                    what);
        }
    };

    private final String consumer;

    Installer(String consumer) {
        this.consumer = consumer;
    }

    String program() {
        return Consumer.program(consumer);
    }

    abstract List<String> install(String what);
}
