package kiosk.sync.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kiosk.identity.CardImprint;
import kiosk.journal.Journal;
import kiosk.journal.Occurrence;
import kiosk.sync.Handed;
import kiosk.sync.TurnableClock;
import kiosk.sync.keys.FileKeys;
import kiosk.sync.keys.TerminalSecret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Drafts in a folder of a terminal, under a clock that is turned. */
abstract class DraftsOnDisk {
    static final Duration A_DAY = Duration.ofHours(24);
    static final CardImprint ZHANG = HalfDone.imprint(Handed.NUMBER);
    static final CardImprint LI = HalfDone.imprint("11010519491231002X");

    @TempDir
    Path data;

    final TurnableClock clock = new TurnableClock(Instant.parse("2026-11-22T01:00:00Z"));
    final List<Occurrence> journal = new ArrayList<>();
    SealedDrafts drafts;

    @BeforeEach
    void open() {
        drafts = opened(new DraftLimits(A_DAY, 3, 8 << 20, 0));
    }

    @AfterEach
    void close() {
        drafts.close();
    }

    SealedDrafts opened(DraftLimits limits) {
        Journal noting = (what, figures) -> journal.add(what);
        return SealedDrafts.open(folder(), secret(), limits, noting, clock);
    }

    TerminalSecret secret() {
        return TerminalSecret.in(secretFile(), new FileKeys(data.resolve("keys")));
    }

    Path secretFile() {
        return data.resolve("keys").resolve("draft.secret");
    }

    Path folder() {
        return data.resolve("drafts");
    }

    List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.toList();
        }
    }

    Path onlyFile() throws IOException {
        assertThat(files()).hasSize(1);
        return files().get(0);
    }

    void openedAgain() {
        drafts.close();
        open();
    }
}
