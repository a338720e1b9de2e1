package dev.airgapc.target.files;

import dev.airgapc.fact.Fact;
import dev.airgapc.fact.FileName;
import dev.airgapc.fact.Text;
import dev.airgapc.language.Block;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.OutputFile;
import dev.airgapc.output.Program;
import dev.airgapc.output.Quoting;
import dev.airgapc.output.Sequence;
import dev.airgapc.output.Side;
import dev.airgapc.output.TemplatePrinter;
import dev.airgapc.plan.Contribution;
import dev.airgapc.plan.Need;
import dev.airgapc.plan.Plan;
import dev.airgapc.plan.Step;
import dev.airgapc.site.Artifact;
import dev.airgapc.site.FileMirror;
import dev.airgapc.site.Site;
import dev.airgapc.site.Upload;
import dev.airgapc.target.InsideScripts;
import dev.airgapc.target.OutsideScripts;
import dev.airgapc.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Single files: what to fetch, with their sums, and how they get onto the site's own server. */
public final class FilesTarget implements Target {
    @Override
    public String name() {
        return "files";
    }

    @Override
    public Contribution build(Site site) {
        List<Need> needs = new ArrayList<>();
        for (Block<Artifact> artifact : site.all(Artifact.KIND)) {
            Artifact.name(artifact)
                    .ifPresent(name -> needs.add(new Need.OfFile(
                            name,
                            artifact.get(Artifact.SOURCE),
                            artifact.get(Artifact.SHA256),
                            artifact,
                            artifact.words())));
        }
        return new Contribution(List.of(), needs, List.of(), List.of());
    }

    @Override
    public Contribution supply(Site site, Plan plan) {
        if (plan.files().isEmpty()) {
            return Contribution.NONE;
        }
        Sequence rows = Sequence.of(plan.files().stream().map(FilesTarget::row).toList());
        Sequence names =
                Sequence.of(plan.files().stream().map(FilesTarget::name).toList());
        Mapping list = Mapping.EMPTY.with("files", rows);
        List<OutputFile> files = new ArrayList<>(List.of(
                file("outside/files/files.txt", Side.OUTSIDE, Program.COPIER, "files/files.txt", list),
                file(
                        "outside/files/download.sh",
                        Side.OUTSIDE,
                        Program.BASH,
                        "files/download.sh",
                        OutsideScripts.facts(site, Set.of()))));
        List<Step> steps = new ArrayList<>(List.of(new Step(
                Step.Phase.FETCH,
                "files/fetch.md",
                Mapping.EMPTY
                        .with("files", names)
                        .with(
                                "brought",
                                Sequence.of(plan.files().stream()
                                        .filter(file -> file.source().isEmpty())
                                        .map(FilesTarget::name)
                                        .toList())))));
        for (Block<FileMirror> mirror : site.all(FileMirror.KIND)) {
            files.add(file(
                    "inside/load/files.txt",
                    Side.INSIDE,
                    Program.COPIER,
                    "files/load.txt",
                    Mapping.EMPTY.with("files", names)));
            files.add(file("inside/load/files.sh", Side.INSIDE, Program.BASH, "load/files.sh", loader(site, mirror)));
            Mapping facts = Mapping.EMPTY
                    .with("reads", InsideScripts.reads(mirror.get(FileMirror.PUSH)))
                    .with("place", Leaf.of(mirror.get(FileMirror.UPLOAD).map(Upload::scalar)));
            steps.add(new Step(Step.Phase.LOAD, "files/load.md", facts));
        }
        return Contribution.of(files, steps);
    }

    private static Leaf name(Need.OfFile file) {
        return Leaf.of(file.file().map(FileName::new));
    }

    /** One line of the list; a hyphen stands where nothing is known. */
    private static Mapping row(Need.OfFile file) {
        Fact<Text> nothing = file.file().map(any -> new Text("-"));
        Leaf source = file.source().map(Leaf::of).orElse(Leaf.of(nothing));
        Leaf sum = file.sha256().map(Leaf::text).orElse(Leaf.of(nothing));
        return Mapping.EMPTY.with("file", name(file)).with("sum", sum).with("source", source);
    }

    private static Mapping loader(Site site, Block<FileMirror> mirror) {
        Fact<Upload> place = mirror.get(FileMirror.UPLOAD);
        return InsideScripts.upload(site, place, mirror.get(FileMirror.PUSH))
                .with(
                        "web",
                        InsideScripts.once(place.value().address().isPresent(), Leaf.of(place.map(Upload::scalar))));
    }

    private static OutputFile file(String path, Side side, Program reader, String template, Mapping facts) {
        Quoting quoting = reader == Program.BASH ? Quoting.SHELL : Quoting.PLAIN;
        return new OutputFile(path, side, reader, new TemplatePrinter(template, quoting), facts);
    }
}
