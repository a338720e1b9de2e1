package dev.airgapc.compile;

import dev.airgapc.fact.Image;
import dev.airgapc.language.Block;
import dev.airgapc.plan.Plan;
import dev.airgapc.site.CarriedImage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The images of applications, read off what the vendor's {@code convert_image_registry.py} prints, a line for each
 * (clearml/clearml-docs:docs/deploying_clearml/enterprise_deploy/app_install_ubuntu_on_prem.md). The line says where the converted package looks
 * for the image, too: the tag stays, so that is its place inside.
 *
 * @param places where each lies inside; nothing where the line names no server
 * @param skipped the numbers of the lines, counted from 1, that name no image
 */
public record AppImages(Map<Image, Optional<Image>> places, List<Integer> skipped) {
    private static final Pattern LINE = Pattern.compile("(?i)\\bmake sure `?([^`\\s]+)`? was added to `?([^`\\s]+)`?");

    public AppImages {
        places = Collections.unmodifiableMap(new LinkedHashMap<>(places));
        skipped = List.copyOf(skipped);
    }

    /** Reads what the program printed. */
    public static AppImages parse(String text) {
        Map<Image, Optional<Image>> places = new LinkedHashMap<>();
        List<Integer> skipped = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int number = 1; number <= lines.size(); number++) {
            Matcher line = LINE.matcher(lines.get(number - 1));
            Optional<Image> source = line.find() ? source(line.group(1)) : Optional.empty();
            if (source.isPresent()) {
                places.putIfAbsent(source.get(), inside(line.group(2), source.get()));
            } else if (!lines.get(number - 1).isBlank()) {
                skipped.add(number);
            }
        }
        return new AppImages(places, skipped);
    }

    /** The program leaves out the registry, as Docker does. */
    private static Optional<Image> source(String text) {
        return Image.parse(text)
                .value()
                .or(() -> Image.parse("docker.io/" + (text.contains("/") ? "" : "library/") + text)
                        .value());
    }

    private static Optional<Image> inside(String repository, Image source) {
        return Image.parse(repository + ":" + source.tag()).value();
    }

    /** Those that a site does not carry yet: no block speaks of them, and nothing else brings them to their place. */
    public AppImages without(Compilation site) {
        Set<String> stated = new HashSet<>();
        site.site()
                .all(CarriedImage.KIND)
                .forEach(block -> stated.add(name(block.get(CarriedImage.SOURCE).value())));
        List<Plan.PlannedImage> planned = site.plan().map(Plan::images).orElse(List.of());
        Map<Image, Optional<Image>> left = new LinkedHashMap<>();
        places.forEach((image, inside) -> {
            boolean there = planned.stream()
                    .filter(one -> name(one.upstream()).equals(name(image)))
                    .anyMatch(one -> inside.map(Image::text)
                            .filter(place -> !place.equals(name(one.inside())))
                            .isEmpty());
            if (!there && !stated.contains(name(image))) {
                left.put(image, inside);
            }
        });
        return new AppImages(left, skipped);
    }

    /** An image whatever its digest. */
    private static String name(Image image) {
        return new Image(image.registry(), image.repository(), image.tag(), "").text();
    }

    /** The blocks of a page that carry them, beside those that a site has. */
    public String blocks(Optional<Compilation> site) {
        Set<String> names = new HashSet<>();
        site.ifPresent(page ->
                page.site().all(CarriedImage.KIND).stream().map(Block::name).forEach(names::add));
        List<String> blocks = new ArrayList<>();
        places.forEach((image, inside) -> {
            String head = "image " + unique(word(image), names) + " { ";
            String source = "source = \"" + image.text() + "\"";
            blocks.add(head
                    + inside.map(place -> "\n" + source + "\ninside = \"" + place.text() + "\"\n")
                            .orElse(source + " ")
                    + "}\n");
        });
        boolean tall = places.values().stream().anyMatch(Optional::isPresent);
        return String.join(tall ? "\n" : "", blocks);
    }

    /** The tag as a name of a block: it says which application, in which version. */
    private static String word(Image image) {
        String tag = word(image.tag());
        return tag.matches("[A-Za-z_].*") ? tag : word("app-" + tag);
    }

    private static String word(String text) {
        return text.replaceAll("[^A-Za-z0-9_]+", "-").replaceAll("^-|-$", "");
    }

    private static String unique(String name, Set<String> names) {
        String free = name;
        for (int number = 2; !names.add(free); number++) {
            free = name + "-" + number;
        }
        return free;
    }
}
