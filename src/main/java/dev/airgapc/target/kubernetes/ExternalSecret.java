package dev.airgapc.target.kubernetes;

import dev.airgapc.fact.Citation;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Host;
import dev.airgapc.fact.Origin;
import dev.airgapc.fact.SecretName;
import dev.airgapc.language.Block;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.Node;
import dev.airgapc.output.Sequence;
import dev.airgapc.site.Outputs;
import dev.airgapc.site.SecretSource;
import dev.airgapc.site.Site;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An {@code ExternalSecret}: the operator reads a store and makes the object. */
final class ExternalSecret {
    private static final Citation CRD =
            new Citation("external-secrets/external-secrets:apis/externalsecrets/v1/externalsecret_types.go", "");

    private final SecretObject object;

    private ExternalSecret(SecretObject object) {
        this.object = object;
    }

    static Mapping of(SecretObject object) {
        return new ExternalSecret(object).document();
    }

    /** The name of every store that is read, once. */
    static Sequence stores(List<SecretObject> objects) {
        Map<String, Leaf> stores = new LinkedHashMap<>();
        for (SecretObject object : objects) {
            for (SecretObject.Part part : object.parts()) {
                Leaf store = store(object.site(), part.source());
                stores.putIfAbsent(store.value().text(), store);
            }
        }
        return Sequence.of(List.copyOf(stores.values()));
    }

    private Mapping document() {
        Mapping target = Mapping.EMPTY
                .with("name", object.nameLeaf())
                .with("creationPolicy", demanded("Owner", "the object goes with what made it"))
                .with("template", template());
        return Mapping.EMPTY
                .with("apiVersion", demanded("external-secrets.io/v1", "the operator's own interface"))
                .with("kind", demanded("ExternalSecret", "the operator's own interface"))
                .with(
                        "metadata",
                        Mapping.EMPTY
                                .with("name", object.nameLeaf())
                                .with("namespace", Leaf.text(object.planned().namespace())))
                .with(
                        "spec",
                        Mapping.EMPTY
                                .with("refreshInterval", demanded("1h", "how soon a changed entry reaches the cluster"))
                                .with(
                                        "secretStoreRef",
                                        storeReference(object.parts().get(0)))
                                .with("target", target)
                                .with("data", data()));
    }

    /** Each key of the object takes its entry as it is; a login, and a file of logins, is put together by the operator. */
    private Mapping template() {
        Mapping template =
                Mapping.EMPTY.with("type", object.text(object.planned().shape().type()));
        if (!object.isMadeLogin() && object.logins().isEmpty()) {
            return template;
        }
        Map<String, Node> data = new LinkedHashMap<>();
        object.keys().forEach(key -> data.put(key.data(), object.text("{{ index . \"" + key.data() + "\" }}")));
        if (object.isMadeLogin()) {
            data.put(".dockerconfigjson", login());
        }
        if (!object.logins().isEmpty()) {
            data.put(SecretName.NETRC, netrc());
        }
        return template.with("engineVersion", demanded("v2", "the language of the template"))
                .with("data", new Mapping(data));
    }

    private Leaf login() {
        List<Object> pieces = new ArrayList<>(List.of("{\"auths\":{"));
        for (Leaf server : object.servers()) {
            pieces.add(pieces.size() == 1 ? "\"" : ",\"");
            pieces.add(new Fact<>(server.value(), server.origin()));
            pieces.add("\":{\"username\":{{ .username | toJson }},\"password\":{{ .password | toJson }},"
                    + "\"auth\":{{ printf \"%s:%s\" .username .password | b64enc | toJson }}}");
        }
        pieces.add("}}");
        return Leaf.text(Fact.text(pieces.toArray()));
    }

    /**
     * What no netrc file can hold whole is refused, as {@code templates/shell/netrc.sh} does; templates have the functions of sprig
     * (external-secrets/external-secrets:runtime/template/v2/template.go).
     */
    private Leaf netrc() {
        List<Object> pieces = new ArrayList<>();
        for (SecretObject.HostLogin login : object.logins()) {
            String user = "(index . \"" + login.name("username") + "\")";
            String password = "(index . \"" + login.name("password") + "\")";
            pieces.add("{{ if not (and (regexMatch `^[!$-9;-\\[\\]-~][!-9;-\\[\\]-~]*$` " + user
                    + ") (regexMatch `^[!$-\\[\\]-~][!-\\[\\]-~]*$` " + password
                    + ")) }}{{ fail \"no netrc file can hold this login\" }}{{ end }}machine ");
            pieces.add(login.host().map(Host::name));
            pieces.add(" login {{ index . \"" + login.name("username") + "\" }} password {{ index . \""
                    + login.name("password") + "\" }}\n");
        }
        return Leaf.text(Fact.text(pieces.toArray()));
    }

    private Sequence data() {
        return Sequence.of(object.parts().stream().map(this::entry).toList());
    }

    private Mapping entry(SecretObject.Part part) {
        Fact<SecretSource> source = part.source();
        String field = part.field();
        Mapping remote = Mapping.EMPTY
                .with("key", Leaf.text(source.map(SecretSource::where)))
                .with("property", Leaf.text(source.map(from -> from.field().isEmpty() ? field : from.field())));
        Mapping entry =
                Mapping.EMPTY.with("secretKey", object.text(part.name())).with("remoteRef", remote);
        Mapping store = storeReference(part);
        boolean same = store.entries()
                .get("name")
                .leaves()
                .get("")
                .value()
                .equals(storeReference(object.parts().get(0))
                        .entries()
                        .get("name")
                        .leaves()
                        .get("")
                        .value());
        return same ? entry : entry.with("sourceRef", Mapping.EMPTY.with("storeRef", store));
    }

    private Mapping storeReference(SecretObject.Part part) {
        Fact<SecretSource> source = part.source();
        Leaf kind = object.site().all(Outputs.KIND).stream()
                .map(outputs -> Leaf.text(outputs.get(Outputs.SECRET_STORE_KIND).map(one -> one.word())))
                .findFirst()
                .orElseThrow();
        return Mapping.EMPTY.with("name", store(object.site(), source)).with("kind", kind);
    }

    /** The store that a source names, or the site's own for an entry of Vault. */
    private static Leaf store(Site site, Fact<SecretSource> source) {
        if (!source.value().store().isEmpty()) {
            return Leaf.text(source.map(SecretSource::store));
        }
        Block<Outputs> outputs = site.all(Outputs.KIND).get(0);
        return Leaf.text(outputs.get(Outputs.SECRET_STORE).orElseThrow());
    }

    private static Leaf demanded(String text, String because) {
        return Leaf.text(new Fact<>(text, new Origin.Demanded(because, CRD))).under(CRD);
    }
}
