package platform.submission;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import platform.seal.ExportFile;
import platform.seal.SealedSubmission;
import platform.seal.Unreadable;
import platform.submission.Acceptance.Accepted;
import platform.wire.Refusal;

/** Takes in what was carried on a stick, as if each submission had come over the line from the terminal its manifest names. */
public final class Import {
    private final Acceptance acceptance;

    public Import(Acceptance acceptance) {
        this.acceptance = acceptance;
    }

    /** What came of a file: how many were new, how many were here already, which were refused and why, whether it had an end. */
    public record Outcome(int taken, int repeated, List<Map<String, String>> refused, boolean complete) {
        public Outcome {
            refused = List.copyOf(refused);
        }
    }

    /** Reads to the end of the file, or as far as it can be read. */
    public Outcome take(InputStream in) throws IOException {
        int taken = 0;
        int repeated = 0;
        List<Map<String, String>> refused = new ArrayList<>();
        try {
            ExportFile file = ExportFile.open(in);
            for (Optional<SealedSubmission> next = file.next(); next.isPresent(); next = file.next()) {
                SealedSubmission sealed = next.get();
                try {
                    Accepted accepted = acceptance.accept(sealed, false);
                    taken += accepted.isNew() ? 1 : 0;
                    repeated += accepted.isNew() ? 0 : 1;
                } catch (Refusal refusal) {
                    refused.add(new TreeMap<>(Map.of(
                            "id", sealed.manifest().subject().id(),
                            "error", refusal.code().code())));
                }
            }
            return new Outcome(taken, repeated, refused, true);
        } catch (Unreadable e) {
            return new Outcome(taken, repeated, refused, false);
        }
    }
}
