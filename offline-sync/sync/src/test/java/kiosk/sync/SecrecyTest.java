package kiosk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kiosk.submission.Outbox;
import kiosk.submission.Submission;
import kiosk.sync.channel.PlatformAddress;
import kiosk.sync.seal.Opener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever takes the disk out of a terminal reads nothing a citizen said. */
class SecrecyTest {
    private static final byte[] CANARY_PAGE =
            "canary-on-a-page-of-paper".repeat(4000).getBytes(StandardCharsets.US_ASCII);
    private static final PlatformAddress NOBODY = new PlatformAddress(URI.create("http://127.0.0.1:1"));
    private static final CanarySearch SEARCH =
            new CanarySearch(List.of(Handed.NAME, Handed.NUMBER, "13800000000", "canary-on-a-page-of-paper"));

    @TempDir
    private Path folder;

    @Test
    void nothingACitizenSaidIsReadableOnTheDisk() throws Exception {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        Set<Path> before = filesOf(temporary);
        Path kiosk = folder.resolve("kiosk");
        Path key = Files.writeString(folder.resolve("delivered.keys"), new Opener().announces());
        Submission submission = Handed.withPages(CANARY_PAGE, CANARY_PAGE);
        try (Sync sync = Sync.open(Online.settings("K001", NOBODY, kiosk, Optional.of(key)))) {
            assertThat(sync.outbox().accept(submission)).isInstanceOf(Outbox.Accepted.class);
            sync.outbox().hold(Handed.payment());
            sync.outbox().rate(Handed.rating(submission, 1));
            sync.outbox().delivery(submission.id(), Duration.ofMillis(200));
            assertThat(kiosk.resolve("outbox.db-wal")).isNotEmptyFile();
            assertThat(SEARCH.found(kiosk)).as("while it runs").isEmpty();
        }
        assertThat(SEARCH.found(kiosk)).as("after its end").isEmpty();
        Set<Path> left = filesOf(temporary);
        left.removeAll(before);
        left.stream()
                .filter(it -> !it.startsWith(folder))
                .forEach(it -> assertThat(foundUnlessGone(it)).isEmpty());
        SEARCH.provesItself(Files.createDirectory(folder.resolve("planted")));
    }

    /** Whatever else runs on this machine makes temporary files, too, and takes them away. */
    private static List<String> foundUnlessGone(Path file) {
        try {
            return SEARCH.found(file);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof NoSuchFileException && Files.notExists(file)) {
                return List.of();
            }
            throw e;
        }
    }

    private static Set<Path> filesOf(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return new LinkedHashSet<>(files.filter(Files::isRegularFile).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
