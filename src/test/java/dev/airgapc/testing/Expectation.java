package dev.airgapc.testing;

import java.io.File;
import java.nio.file.Path;
import org.approvaltests.Approvals;
import org.approvaltests.core.Options;
import org.approvaltests.namer.ApprovalNamer;
import org.approvaltests.reporters.AutoApproveReporter;
import org.approvaltests.reporters.QuietReporter;
import org.approvaltests.writers.ApprovalTextWriter;

/** Expectations as files. {@code -Dapprove=true} rewrites them; the difference is reviewed like code. */
public final class Expectation {
    private Expectation() {}

    /** Fails unless the file holds the text. */
    public static void verify(Path expected, String actual) {
        Options options = new Options(Boolean.getBoolean("approve") ? new AutoApproveReporter() : new QuietReporter());
        Approvals.verify(new ApprovalTextWriter(actual, options), new Beside(expected), options);
    }

    private record Beside(Path expected) implements ApprovalNamer {
        @Override
        public File getApprovedFile(String extension) {
            return expected.toFile();
        }

        @Override
        public File getReceivedFile(String extension) {
            return new File(expected + ".received.txt");
        }

        @Override
        public String getApprovalName() {
            return Corpus.name(expected);
        }

        @Override
        public String getSourceFilePath() {
            return expected.getParent() + File.separator;
        }

        @Override
        public ApprovalNamer addAdditionalInformation(String more) {
            return this;
        }

        @Override
        public String getAdditionalInformation() {
            return "";
        }
    }
}
