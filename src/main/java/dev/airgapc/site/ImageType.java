package dev.airgapc.site;

import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Image;
import dev.airgapc.fact.Origin;
import dev.airgapc.language.Json;
import dev.airgapc.language.Reading;
import dev.airgapc.language.Type;
import dev.airgapc.syntax.Value;
import dev.airgapc.syntax.Word;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** An image in full, or an {@code image} block. */
final class ImageType implements Type<Image> {
    @Override
    public Optional<Fact<Image>> read(Value value, Reading reading) {
        if (!(value instanceof Value.Name name)) {
            return SiteTypes.WRITTEN_IMAGE.read(value, reading);
        }
        if (name.steps().get(0).text().equals(Registry.KIND.name())) {
            return reading.wrong(
                    value,
                    words(),
                    "write the image's place in it, as in `\"\\("
                            + name.steps().stream().limit(2).map(Word::text).collect(Collectors.joining("."))
                            + ".host)/ml/python:3.12\"`");
        }
        return reading.reference(name, CarriedImage.KIND)
                .flatMap(block -> reading.of(block, CarriedImage.SOURCE)
                        .map(source -> new Fact<>(
                                CarriedImage.pinned(block.value()),
                                Origin.all(List.of(block.origin(), source.origin())))));
    }

    @Override
    public String words() {
        return "an image";
    }

    @Override
    public Json.Members schema() {
        return SiteTypes.WRITTEN_IMAGE.schema();
    }

    @Override
    public String text(Image value) {
        return value.text();
    }

    @Override
    public boolean interpolates() {
        return true;
    }
}
