package kiosk.emulators.ipp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was printed: the last documents in memory, and in a folder if there is one. */
final class OutputTray {
    private static final int DOCUMENTS_KEPT = 20;

    private final @Nullable Path folder;
    private final Deque<byte[]> documents = new ArrayDeque<>();
    private int sheets;

    OutputTray(@Nullable Path folder) {
        this.folder = folder;
    }

    synchronized void take(EmulatedJob job) {
        sheets += job.sheets;
        documents.addLast(job.document);
        if (documents.size() > DOCUMENTS_KEPT) {
            documents.removeFirst();
        }
        if (folder != null) {
            try {
                Files.write(folder.resolve("job-" + job.id + ".pdf"), job.document);
            } catch (IOException e) {
                throw new UncheckedIOException("the printed document cannot be filed", e);
            }
        }
    }

    synchronized List<byte[]> documents() {
        return List.copyOf(documents);
    }

    synchronized int sheets() {
        return sheets;
    }
}
