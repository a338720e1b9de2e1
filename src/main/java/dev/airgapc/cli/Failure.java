package dev.airgapc.cli;

/** A command cannot go on: wrong usage, or a file that cannot be read or written. Bad pages are diagnostics, not failures. */
final class Failure extends Exception {
    private static final long serialVersionUID = 1;

    private final int exit;

    Failure(int exit, String message) {
        super(message);
        this.exit = exit;
    }

    int exit() {
        return exit;
    }
}
