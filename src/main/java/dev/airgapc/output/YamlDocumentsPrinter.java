package dev.airgapc.output;

import java.util.List;

/** Several YAML documents in one file, one for each item of a sequence: manifests that are applied together. */
public final class YamlDocumentsPrinter implements Printer {
    @Override
    public Printed print(Node content, Header header) {
        Page page = new Page().header(header);
        List<Node> documents = ((Sequence) content).items();
        for (int index = 0; index < documents.size(); index++) {
            page.write(index == 0 ? "" : "---\n");
            Printed printed = new YamlPrinter().print(documents.get(index), Header.NONE);
            page.append(printed, "/" + index, printed.text());
        }
        return page.printed();
    }
}
