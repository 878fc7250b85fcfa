package kiosk.demo.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kiosk.device.DeviceKind;
import kiosk.diagnosis.Suspect;
import kiosk.sync.Sync;
import kiosk.sync.channel.PlatformAddress;
import kiosk.sync.survey.Machine;
import kiosk.sync.survey.Machine.Port;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each fault is seeded into a terminal that is well, at the far end of its wire where it can be; the diagnosis names it first. */
class TenSeededFaultsTest {
    private static final int PAGE = 4096;

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void set() throws IOException {
        terminal = new Terminal(folder);
    }

    @AfterEach
    void clear() {
        terminal.close();
    }

    private Suspect first() throws InterruptedException {
        return terminal.suspects().get(0);
    }

    @Test
    void nothingIsSuspectedWhileNothingIsSeeded() throws InterruptedException {
        assertThat(terminal.suspects()).isEmpty();
    }

    @Test
    void aWrongBaudRateIsNamed() throws InterruptedException {
        terminal.idCards.speaksOnlyAt(115_200);
        terminal.set(DeviceKind.ID_CARD_READER, "baud", "9600");
        assertThat(first()).isEqualTo(Suspect.WRONG_SPEED);
    }

    @Test
    void aWrongPortIsNamed() throws InterruptedException {
        terminal.set(DeviceKind.ID_CARD_READER, "port", terminal.codes.path());
        terminal.set(DeviceKind.CODE_SCANNER, "port", terminal.idCards.path());
        assertThat(first()).isEqualTo(Suspect.WRONG_PORT);
    }

    @Test
    void paperOutIsNamed() throws InterruptedException {
        terminal.receipts.emptyPaper();
        assertThat(first()).isEqualTo(Suspect.PAPER_OUT);
    }

    @Test
    void anOpenCoverIsNamed() throws InterruptedException {
        terminal.receipts.openCover();
        assertThat(first()).isEqualTo(Suspect.COVER_OPEN);
    }

    @Test
    void aWrongTraySizeIsNamed() throws InterruptedException {
        terminal.pages.trayHolds("iso_a5_148x210mm");
        assertThat(first()).isEqualTo(Suspect.WRONG_PAPER);
    }

    @Test
    void aDeadNameServerIsNamed() throws Exception {
        Path proc = folder.resolve("proc");
        Files.createDirectories(proc.resolve("net"));
        Files.writeString(proc.resolve("net/route"), "eth0\t00000000\t0100007F\t0003\t0\t0\t0\t00000000\n");
        terminal.on(new Machine(() -> List.of(new Port("eth0", true, 1)), proc));
        terminal.platformAt(new PlatformAddress(URI.create("https://platform.kiosk.invalid")), Optional.empty());
        assertThat(first()).isEqualTo(Suspect.NAME_SERVER);
    }

    @Test
    void anExpiredCertificateIsNamed() throws Exception {
        try (ExpiredDoor door = new ExpiredDoor(folder)) {
            terminal.platformAt(door.address(), Optional.of(door.authority()));
            assertThat(first()).isEqualTo(Suspect.CERTIFICATE_EXPIRED);
        }
    }

    @Test
    void aWrongClockIsNamed() throws InterruptedException {
        terminal.platform.clock().advance(Duration.ofMinutes(7));
        assertThat(first()).isEqualTo(Suspect.CLOCK_WRONG);
    }

    @Test
    void aFullDiskIsNamed() throws Exception {
        Path disk = Files.createDirectories(folder.resolve("disk"));
        assumeTrue(
                done("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString()),
                "a disk needs root to be made");
        try {
            Files.write(disk.resolve("full"), new byte[900 * 1024]);
            terminal.dataIn(disk);
            assertThat(first()).isEqualTo(Suspect.DISK_FULL);
        } finally {
            assertThat(done("umount", disk.toString())).isTrue();
        }
    }

    private static boolean done(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    @Test
    void aDamagedDatabaseIsNamed() throws Exception {
        Sync.open(terminal.farSide()).close();
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("data/outbox.db").toFile(), "rw")) {
            for (long at = PAGE; at < file.length(); at += PAGE) {
                file.seek(at);
                file.write("spoiled".getBytes(StandardCharsets.US_ASCII));
            }
        }
        assertThat(first()).isEqualTo(Suspect.DATABASE_CORRUPT);
    }
}
