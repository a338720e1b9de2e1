package dev.airgapc.output;

/** What reads a file. */
public enum Program {
    HELM("helm"),
    KUBECTL("kubectl"),
    CLEARML("clearml"),
    PIP("pip"),
    UV("uv"),
    CONTAINERD("containerd"),
    /** k3s and RKE2, whose node agents make containerd's own configuration. */
    RKE("rke"),
    /** Whatever reads certificates. */
    PEM("openssl"),
    /** Docker Compose, which reads YAML and files of variables. */
    COMPOSE("compose"),
    SOPS("sops"),
    BASH("bash"),
    /** Whatever runs in the container of a task. */
    TASK("task"),
    /** A list that copiers and loops of scripts read line by line. */
    COPIER("copier"),
    PEOPLE("people");

    private final String word;

    Program(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
