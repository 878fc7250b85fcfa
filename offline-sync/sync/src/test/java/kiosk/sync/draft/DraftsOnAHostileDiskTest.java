package kiosk.sync.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kiosk.sync.CanarySearch;
import kiosk.sync.Handed;
import org.junit.jupiter.api.Test;

/** Whoever has the disk of a terminal, and what the power leaves on it. */
class DraftsOnAHostileDiskTest extends DraftsOnDisk {
    @Test
    void aFileRenamedToAnotherCardsIsDestroyed() throws IOException {
        drafts.keep(HalfDone.care(ZHANG));
        Path his = onlyFile();
        drafts.keep(HalfDone.care(LI));
        Path hers = files().stream().filter(it -> !it.equals(his)).findFirst().orElseThrow();
        Files.write(hers, Files.readAllBytes(his));
        assertThat(drafts.find(LI)).isEmpty();
        assertThat(hers).doesNotExist();
    }

    @Test
    void aByteChangedAnywhereDestroysTheDraft() throws IOException {
        drafts.keep(HalfDone.care(ZHANG));
        byte[] whole = Files.readAllBytes(onlyFile());
        Path file = onlyFile();
        for (int at = 0; at < whole.length; at += at < DraftHeader.BYTES ? 1 : 11) {
            byte[] changed = whole.clone();
            changed[at] ^= 0x10;
            Files.write(file, changed);
            assertThat(drafts.find(ZHANG)).as("byte %d", at).isEmpty();
            assertThat(file).doesNotExist();
        }
    }

    @Test
    void aFileCutOffAnywhereIsDestroyed() throws IOException {
        drafts.keep(HalfDone.withPages(ZHANG, 1, 150_000));
        Path file = onlyFile();
        byte[] whole = Files.readAllBytes(file);
        int segment = Segments.PIECE + Segments.TAG;
        for (int length : List.of(0, 84, 85, 86, 101, 102, 85 + segment, 85 + 2 * segment, whole.length - 1)) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(drafts.find(ZHANG)).as("cut at %d", length).isEmpty();
            assertThat(file).doesNotExist();
        }
        Files.write(file, Arrays.copyOf(whole, whole.length + 1));
        assertThat(drafts.find(ZHANG)).isEmpty();
    }

    @Test
    void powerThatGoesBeforeTheRenameLeavesTheDraftBefore() throws IOException {
        drafts.keep(HalfDone.care(ZHANG));
        byte[] whole = Files.readAllBytes(onlyFile());
        Path unfinished = folder().resolve(onlyFile().getFileName() + ".part");
        Files.write(unfinished, Arrays.copyOf(whole, whole.length / 2));
        openedAgain();
        assertThat(unfinished).doesNotExist();
        assertThat(drafts.find(ZHANG)).isPresent();
    }

    @Test
    void whatDoesNotBelongThereIsDestroyedAndALinkLeadsNowhere() throws IOException {
        Path outside = Files.writeString(data.resolve("outside"), "stays");
        Files.createSymbolicLink(folder().resolve("0".repeat(32) + "-" + "0".repeat(16) + ".draft"), outside);
        Files.writeString(folder().resolve("notes.txt"), "no draft");
        Path huge = folder().resolve("1".repeat(32) + "-" + "0".repeat(16) + ".draft");
        try (var file = new java.io.RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(DraftFolder.MOST_BYTES + 1);
        }
        drafts.sweep();
        assertThat(files()).isEmpty();
        assertThat(outside).hasContent("stays");
    }

    @Test
    void withoutTheTerminalsSecretNothingOpensAndAllIsRemoved() throws IOException {
        drafts.keep(HalfDone.care(ZHANG));
        Files.delete(secretFile());
        openedAgain();
        assertThat(files()).isEmpty();
        assertThat(drafts.find(ZHANG)).isEmpty();
    }

    @Test
    void theSecretIsTheOwnersAloneStaysTheSameAndADamagedOneIsMadeAnew() throws IOException {
        Path file = secretFile();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        byte[] first = secret().get();
        assertThat(first).hasSize(32).isEqualTo(secret().get());
        Files.write(file, new byte[31]);
        assertThat(secret().get()).hasSize(32).isNotEqualTo(first);
    }

    @Test
    void nothingACitizenTypedStandsAnywhereInTheDataFolder() throws IOException {
        CanarySearch search = new CanarySearch(List.of(
                Handed.NAME,
                Handed.NUMBER,
                HalfDone.PHONE,
                HalfDone.ADDRESS,
                HalfDone.PAGE,
                "C-4711",
                HalfDone.care(ZHANG).item()));
        drafts.keep(HalfDone.full(ZHANG));
        assertThat(drafts.find(ZHANG)).isPresent();
        assertThat(search.found(data)).isEmpty();
        String imprint = java.util.HexFormat.of().formatHex(ZHANG.bytes());
        assertThat(new CanarySearch(List.of(imprint, new String(ZHANG.bytes(), StandardCharsets.ISO_8859_1)))
                        .found(data))
                .isEmpty();
        assertThat(onlyFile().getFileName().toString()).doesNotContain(imprint.substring(0, 8));
        search.provesItself(Files.createDirectory(data.resolve("planted")));
        assertThat(Optional.of(HalfDone.full(ZHANG).toString()))
                .hasValueSatisfying(it -> assertThat(it).doesNotContain(HalfDone.PHONE, HalfDone.ADDRESS));
    }

    @Test
    void twoWritesOfTheSameDraftHaveNothingInCommon() throws IOException {
        drafts.keep(HalfDone.care(ZHANG));
        byte[] first = Files.readAllBytes(onlyFile());
        drafts.keep(HalfDone.care(ZHANG));
        byte[] second = Files.readAllBytes(onlyFile());
        assertThat(Arrays.copyOfRange(second, 85, second.length))
                .isNotEqualTo(Arrays.copyOfRange(first, 85, first.length));
    }
}
