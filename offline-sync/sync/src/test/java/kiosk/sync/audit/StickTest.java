package kiosk.sync.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StickTest {
    /** A folder that is there on every Linux, and none of the terminal's own. */
    private static final String FOLDER = "/proc/self";

    @TempDir
    private Path machine;

    private Path block;

    @BeforeEach
    void plug() throws IOException {
        block = Files.createDirectories(machine.resolve("class"));
        disk("devices/sata/sda", "0", "sda1");
        disk("devices/mmc/sdb", "1", "sdb1");
        disk("devices/usb1/sdc", "0", "sdc1");
    }

    private void disk(String where, String removable, String part) throws IOException {
        Path disk = Files.createDirectories(machine.resolve(where));
        Files.writeString(disk.resolve("removable"), removable + "\n");
        Path inside = Files.createDirectories(disk.resolve(part));
        Files.writeString(inside.resolve("partition"), "1\n");
        Files.createSymbolicLink(block.resolve(part), inside);
    }

    private Optional<Path> found(String... lines) throws IOException {
        return Stick.found(Files.writeString(machine.resolve("mounts"), String.join("\n", lines)), block);
    }

    @Test
    void theFirstWritableFolderOnSomethingThatCanBePulledOutIsTaken() throws Exception {
        assertThat(found("/dev/sda1 /proc/self ext4 rw 0 0", "/dev/sdb1 " + FOLDER + " vfat rw,nosuid 0 0"))
                .contains(Path.of(FOLDER));
        assertThat(found("/dev/sdc1 " + FOLDER + " exfat rw 0 0")).contains(Path.of(FOLDER));
    }

    @Test
    void neitherTheTerminalsOwnDisksNorWhatCannotBeWrittenToIsAStick() throws Exception {
        assertThat(found(
                        "/dev/sda1 " + FOLDER + " ext4 rw 0 0",
                        "/dev/sdb1 / ext4 rw 0 0",
                        "/dev/sdb1 /var/lib ext4 rw 0 0",
                        "/dev/sdb1 " + FOLDER + " vfat ro,nosuid 0 0",
                        "/dev/sdb1 /proc/not-there vfat rw 0 0",
                        "/dev/sdz9 " + FOLDER + " vfat rw 0 0",
                        "tmpfs " + FOLDER + " tmpfs rw 0 0",
                        "half a line"))
                .isEmpty();
        assertThat(Stick.found(machine.resolve("none"), block)).isEmpty();
    }

    @Test
    void theFileIsNamedAfterTerminalAndTime() {
        Clock clock = Clock.fixed(Instant.parse("2026-11-22T01:15:02Z"), ZoneId.of("Asia/Shanghai"));
        assertThat(Stick.fileOn(Path.of("/media/x"), "K001", clock))
                .isEqualTo(Path.of("/media/x/K001-20261122-091502.okx"));
    }
}
