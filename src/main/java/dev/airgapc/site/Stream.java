package dev.airgapc.site;

import dev.airgapc.fact.Host;
import dev.airgapc.fact.PortRange;
import dev.airgapc.language.Choice;
import dev.airgapc.language.Defaults;
import dev.airgapc.language.Kind;
import dev.airgapc.language.One;
import dev.airgapc.language.Types;
import java.util.List;

/** {@code stream} of a gateway: sessions that are no web pages, such as SSH. */
public interface Stream {
    /** How the ports are reached. */
    enum Service implements Choice {
        NODE_PORT,
        LOAD_BALANCER
    }

    Kind<Stream> KIND = Kind.single("stream", "Sessions that are no web pages, such as SSH.");

    One<Stream, Host> ADDRESS = KIND.required("address", SiteTypes.HOST, "The name or address that people connect to.");
    One<Stream, Service> SERVICE = KIND.one(
            "service",
            Types.oneOf(List.of(Service.values())),
            Defaults.constant(Service.NODE_PORT, "what the chart does"),
            "How the ports are reached.");
    One<Stream, PortRange> PORTS = KIND.required("ports", SiteTypes.PORTS, "The ports of such sessions.");
}
