package dev.airgapc.site;

import dev.airgapc.fact.Parsed;
import dev.airgapc.fact.Scalar;
import dev.airgapc.fact.Text;
import dev.airgapc.fact.Url;
import dev.airgapc.language.Type;
import dev.airgapc.language.Types;
import java.util.Optional;

/**
 * Where a script puts files, or where a program finds one: an address, or a path.
 *
 * @param address empty for a path
 */
public record Upload(Optional<Url> address, String path) {
    public static final Type<Upload> TYPE =
            Types.parsed("an address or an absolute path", SiteCodes.NOT_A_URL, Upload::parse, Upload::text);

    static Upload to(Url address) {
        return new Upload(Optional.of(address), "");
    }

    private static Parsed<Upload> parse(String text) {
        return text.startsWith("/")
                ? SiteTypes.containerPath(text).then(path -> Parsed.of(new Upload(Optional.empty(), path)))
                : Url.parse(text).then(url -> Parsed.of(to(url)));
    }

    /** As a value of a file. */
    public Scalar scalar() {
        return address.<Scalar>map(url -> url).orElseGet(() -> new Text(path));
    }

    private String text() {
        return scalar().text();
    }
}
