package dev.airgapc.cli;

import dev.airgapc.cli.format.DiagnosticText;
import dev.airgapc.compile.AppImages;
import dev.airgapc.compile.Formatting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.ParseResult;

/** {@code import app-images}: the images of applications as blocks, printed or added to a page. */
record AppImport(ImportCommand.Given given, ParseResult arguments, Terminal terminal) {
    /** More than this nobody reads. */
    private static final int MOST = 10;

    private static final String FIRST_LINE = "airgap 1\n";

    int run(Optional<String> page) throws Failure {
        AppImages images = AppImages.parse(given.text());
        if (images.places().isEmpty()) {
            throw new Failure(
                    Exit.FAILED,
                    given.name() + " names no image: `make sure IMAGE was added to REPOSITORY` is what"
                            + " convert_image_registry.py prints");
        }
        int exit = page.isPresent() ? add(images, page.get()) : print(images);
        if (!images.skipped().isEmpty()) {
            terminal.err().println(skipped(images.skipped()));
        }
        return exit;
    }

    private int print(AppImages images) {
        String page = FIRST_LINE + images.blocks(Optional.empty());
        String text =
                Formatting.of("blocks", page.getBytes(StandardCharsets.UTF_8)).text();
        terminal.out().print(text.substring(FIRST_LINE.length()).stripLeading());
        return Exit.CLEAN;
    }

    /** A page with errors, or one that would have some then, is left as it is. */
    private int add(AppImages images, String shown) throws Failure {
        Page page = Page.checked(shown, terminal);
        if (page.compilation().report().hasErrors()) {
            return leave(page, " in it");
        }
        AppImages missing = images.without(page.compilation());
        int added = missing.places().size();
        if (added > 0) {
            String before = page.compilation().page().source().text();
            String longer =
                    before + (before.endsWith("\n") ? "\n" : "\n\n") + missing.blocks(Optional.of(page.compilation()));
            Formatting formatting = Formatting.of(Page.name(page.file()), longer.getBytes(StandardCharsets.UTF_8));
            Page changed = page.with(formatting.text().getBytes(StandardCharsets.UTF_8), terminal);
            if (changed.compilation().report().hasErrors()) {
                return leave(changed, " with these images in it");
            }
            write(formatting, page);
        }
        if (!Arguments.has(arguments, "--quiet")) {
            int there = images.places().size() - added;
            terminal.err()
                    .println(page.shown() + ": added " + added + (added == 1 ? " image" : " images") + ", " + there
                            + (there == 1 ? " was" : " were") + " there already");
        }
        return Exit.CLEAN;
    }

    private static void write(Formatting formatting, Page page) throws Failure {
        try {
            formatting.write(page.file());
        } catch (IOException e) {
            throw new Failure(Exit.FAILED, "cannot write " + page.path() + ": " + Failure.reason(e));
        }
    }

    private int leave(Page page, String where) throws Failure {
        terminal.err()
                .print(new DiagnosticText(page.folder(), Arguments.style(arguments, terminal))
                        .report(page.compilation().report()));
        terminal.err()
                .println(page.shown() + " was left as it is: "
                        + DiagnosticText.count(page.compilation().report()) + where);
        return Exit.FINDINGS;
    }

    private String skipped(List<Integer> lines) {
        String numbers = lines.stream().limit(MOST).map(String::valueOf).collect(Collectors.joining(", "));
        return Page.label(given.name()) + ": skipped " + lines.size()
                + (lines.size() == 1 ? " line that names no image: " : " lines that name no image: ") + numbers
                + (lines.size() > MOST ? ", …" : "");
    }
}
