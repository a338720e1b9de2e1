package dev.airgapc.cli;

import dev.airgapc.compile.Lock;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.syntax.Syntax;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import picocli.CommandLine.ParseResult;

/** Which pages a command means, as the user would name them. */
final class Pages {
    private static final String USUAL = "site.ag";

    /** Folders that hold no page of the user's. */
    private static final Set<String> SKIPPED = Set.of(".git", "node_modules", "target");

    private Pages() {}

    /** With {@code --project} every site below the named folders, else the named pages, else the one of this folder. */
    static List<String> of(ParseResult arguments, Terminal terminal) throws Failure, IOException {
        List<String> named = arguments.matchedPositionalValue(0, List.of());
        return Arguments.has(arguments, "--project")
                ? below(named, Pages::holdsSite, terminal)
                : named(named, terminal);
    }

    /** The same, but that {@code --project} means parts too. */
    static List<String> withParts(ParseResult arguments, Terminal terminal) throws Failure, IOException {
        List<String> named = arguments.matchedPositionalValue(0, List.of());
        return Arguments.has(arguments, "--project") ? below(named, Pages::isPage, terminal) : named(named, terminal);
    }

    /** The pages that are named, else {@code site.ag}, else the only one with a site. */
    static List<String> named(List<String> arguments, Terminal terminal) throws Failure, IOException {
        if (!arguments.isEmpty()) {
            return arguments;
        }
        if (Files.exists(terminal.folder().resolve(USUAL))) {
            return List.of(USUAL);
        }
        try (Stream<Path> files = Files.list(terminal.folder())) {
            List<String> sites =
                    files.filter(Pages::holdsSite).map(Page::name).sorted().toList();
            if (sites.size() == 1) {
                return sites;
            }
            throw new Failure(
                    Exit.USAGE,
                    sites.isEmpty()
                            ? "there is no page here; name one"
                            : "there are several pages here; name one: " + String.join(", ", sites));
        }
    }

    private static List<String> below(List<String> named, Predicate<Path> wanted, Terminal terminal)
            throws Failure, IOException {
        List<String> folders = named.isEmpty() ? List.of(".") : named;
        List<String> pages = new ArrayList<>();
        for (String shown : folders) {
            Path folder = terminal.folder().resolve(shown);
            if (!Files.isDirectory(folder)) {
                throw new Failure(Exit.FAILED, shown + " is no folder; --project takes folders");
            }
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path at, BasicFileAttributes attributes) {
                    boolean skip = (!at.equals(folder) && SKIPPED.contains(Page.name(at)))
                            || Files.exists(at.resolve(Lock.NAME));
                    return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (wanted.test(file)) {
                        String below = folder.relativize(file).toString();
                        pages.add(
                                shown.equals(".")
                                        ? below
                                        : Path.of(shown, below).toString());
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        }
        if (pages.isEmpty()) {
            throw new Failure(Exit.USAGE, "there is no page below " + String.join(", ", folders));
        }
        Collections.sort(pages);
        return pages;
    }

    private static boolean isPage(Path file) {
        return Page.name(file).endsWith(".ag");
    }

    /** A page with a {@code site} of its own or by {@code extends}; one without is a part. */
    private static boolean holdsSite(Path file) {
        if (!isPage(file)) {
            return false;
        }
        try {
            return Syntax.parse(Page.name(file), new Disk().read(file), new Report()).entries().stream()
                    .map(entry -> entry.keyword().text())
                    .anyMatch(word -> word.equals("site") || word.equals("extends"));
        } catch (IOException e) {
            return false;
        }
    }
}
