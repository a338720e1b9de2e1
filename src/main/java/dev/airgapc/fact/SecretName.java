package dev.airgapc.fact;

import java.util.List;
import java.util.Optional;

/**
 * The name of a Kubernetes Secret where something needs it. A leaf of this type is what makes the plan ask for the object.
 *
 * @param secret the address of the {@code secret} block
 * @param cluster the address of the {@code cluster} block; empty where the page declares none
 * @param namespace where the object must be
 */
public record SecretName(Address secret, Optional<Address> cluster, Fact<String> namespace, Shape shape, String text)
        implements Scalar {
    /**
     * What the object must look like for whoever reads it.
     *
     * @param logins what its key {@link #NETRC} is made of, if it has one
     */
    public record Shape(String type, List<Key> keys, List<Login> logins) {
        public Shape {
            keys = List.copyOf(keys);
            logins = List.copyOf(logins);
        }

        public Shape(String type, List<Key> keys) {
            this(type, keys, List.of());
        }
    }

    /** The key of an object that holds a netrc file. */
    public static final String NETRC = "netrc";

    /** Certificate and key of a name, as an ingress reads them; the fields have names of their own. */
    public static final Shape TLS = new Shape(
            "kubernetes.io/tls", List.of(new Key("tls.crt", "certificate"), new Key("tls.key", "private-key")));

    /** Fields under their own names. */
    public static Shape fields(List<String> names) {
        return new Shape(
                "Opaque", names.stream().map(name -> new Key(name, name)).toList());
    }

    /** Logins to hosts, each of a secret of its own, as one netrc file. */
    public static Shape netrc(List<Login> logins) {
        return new Shape("Opaque", List.of(), logins);
    }

    /** A login to registries, as {@code kubectl create secret docker-registry} makes it; it holds no key of its own. */
    public static final Shape REGISTRY_LOGIN = new Shape("kubernetes.io/dockerconfigjson", List.of());

    /** The same for an object of another name. */
    public SecretName called(String other) {
        return new SecretName(secret, cluster, namespace, shape, other);
    }

    /**
     * One entry of the object.
     *
     * @param data the key in the object, as the product spells it
     * @param field the field of the {@code secret} block that fills it
     */
    public record Key(String data, String field) {}

    /**
     * One entry of a netrc file.
     *
     * @param secret the address of the {@code secret} block that has user and password
     */
    public record Login(Fact<Host> host, Address secret) {}
}
