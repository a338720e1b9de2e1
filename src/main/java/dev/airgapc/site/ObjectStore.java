package dev.airgapc.site;

import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Host;
import dev.airgapc.fact.Origin;
import dev.airgapc.fact.Url;
import dev.airgapc.language.Block;
import dev.airgapc.language.Choice;
import dev.airgapc.language.Defaults;
import dev.airgapc.language.Kind;
import dev.airgapc.language.One;
import dev.airgapc.language.Types;
import java.util.List;
import java.util.OptionalInt;

/** {@code object-store}: a bucket that speaks S3. */
public interface ObjectStore {
    /** What serves it. */
    enum Product implements Choice {
        S3,
        MINIO,
        CEPH
    }

    Kind<ObjectStore> KIND = Kind.<ObjectStore>named("object-store", "A bucket within the gap that speaks S3.")
            .alias("bucket", "s3", "minio", "storage", "s3-bucket", "blob-store")
            .later("upload-endpoint")
            .meaning("endpoint", "url", "host", "address", "server")
            .meaning("credentials", "secret", "keys", "login")
            .advise("insecure", "the scheme of `endpoint` says it: `http://` is not encrypted");

    One<ObjectStore, Product> TYPE = KIND.one(
            "type",
            Types.oneOf(List.of(Product.values()), "seaweedfs"),
            Defaults.constant(Product.S3, "nothing peculiar"),
            "The product that serves it.");
    One<ObjectStore, Url> ENDPOINT = KIND.required("endpoint", SiteTypes.ENDPOINT, "Its address, without the bucket.");
    One<ObjectStore, String> BUCKET = KIND.required("bucket", SiteTypes.BUCKET, "The name of the bucket.");
    One<ObjectStore, String> REGION = KIND.one(
            "region",
            SiteTypes.LINE,
            Defaults.constant("us-east-1", "what S3 servers take for no region"),
            "Its region.");
    One<ObjectStore, Block<Secret>> CREDENTIALS =
            KIND.required("credentials", Types.to(Secret.KIND), "Access key and secret key.");
    One<ObjectStore, Boolean> MULTIPART = KIND.one(
            "multipart",
            Types.flag(),
            Defaults.derived(TYPE, type -> type != Product.MINIO, "yes, but for `minio`"),
            "Whether large files go in several parts.");
    One<ObjectStore, Boolean> SHARED = KIND.one(
            "shared",
            Types.flag(),
            Defaults.constant(false, "a bucket belongs to one site"),
            "Whether other sites may write to this bucket too.");

    /** Host and port of a store, the port always: a client takes a host without one for AWS (clearml/clearml#498). */
    static Fact<Host> hostAndPort(Block<ObjectStore> store) {
        return store.get(ENDPOINT).map(url -> {
            int usual = url.scheme().equals("https") ? 443 : 80;
            return new Host(url.host().name(), OptionalInt.of(url.host().port().orElse(usual)));
        });
    }

    /** The address that clients write to, {@code s3://host:port/bucket}. */
    static Fact<Url> address(Block<ObjectStore> store) {
        Fact<Host> host = hostAndPort(store);
        Fact<String> bucket = store.get(BUCKET);
        return new Fact<>(
                new Url("s3", host.value(), "/" + bucket.value()), Origin.all(List.of(host.origin(), bucket.origin())));
    }
}
