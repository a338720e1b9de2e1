package dev.airgapc.cli;

/** What a command ends with. */
final class Exit {
    static final int CLEAN = 0;
    static final int FINDINGS = 1;
    static final int USAGE = 2;
    static final int FAILED = 3;
    static final int BUG = 70;

    private Exit() {}
}
