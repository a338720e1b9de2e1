package dev.airgapc.target.clearml;

import dev.airgapc.fact.Fact;
import dev.airgapc.fact.FileName;
import dev.airgapc.language.Block;
import dev.airgapc.output.IniPrinter;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.Nested;
import dev.airgapc.output.Node;
import dev.airgapc.site.Mount;
import dev.airgapc.site.Site;
import dev.airgapc.site.TaskSettings;
import dev.airgapc.site.Trust;
import dev.airgapc.target.Indexes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file of a task's pod whose text the site has: what it trusts, {@code pip.conf}, files and texts that the page mounts.
 *
 * @param because what asks for it
 */
record TaskFile(String path, Fact<?> because, Node content) {
    /** The files of tasks with these settings. */
    static List<TaskFile> of(Site site, Block<? extends TaskSettings> tasks) {
        List<TaskFile> files = new ArrayList<>();
        trusted(site).ifPresent(files::add);
        if (TaskEnvironment.byFile(tasks)) {
            Nested conf = new Nested(new IniPrinter(), new Indexes(tasks.get(TaskSettings.INDEXES)).pipConf());
            files.add(new TaskFile(TaskEnvironment.PIP_FOLDER + "/pip.conf", tasks.get(TaskSettings.PIP), conf));
        }
        for (Block<Mount> mount : tasks.get(TaskSettings.MOUNT)) {
            mount.get(Mount.FILE)
                    .ifPresent(file ->
                            files.add(new TaskFile(mount.name(), file, Leaf.text(file.map(input -> input.text())))));
            mount.get(Mount.TEXT).ifPresent(text -> files.add(new TaskFile(mount.name(), text, Leaf.text(text))));
        }
        return files;
    }

    /** The certificates of the site, if it has any. */
    static Optional<TaskFile> trusted(Site site) {
        return Trust.bundle(site).map(bundle -> new TaskFile(Trust.BUNDLE, bundle, Leaf.text(bundle)));
    }

    /** As an entry of {@code fileMounts}. */
    Mapping mounted() {
        int slash = path.lastIndexOf('/');
        return Mapping.EMPTY
                .with("name", Leaf.of(because.map(any -> new FileName(path.substring(slash + 1)))))
                .with("folderPath", Leaf.text(because.map(any -> slash == 0 ? "/" : path.substring(0, slash))))
                .with("fileContent", content);
    }
}
