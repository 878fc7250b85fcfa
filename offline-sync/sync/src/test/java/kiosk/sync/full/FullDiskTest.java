package kiosk.sync.full;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kiosk.sync.seal.Opener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full when something is handed in, delivered or opened again: see {@link Filling}. */
class FullDiskTest {
    @TempDir
    private Path folder;

    private SmallDisk disk;
    private Path keys;

    @BeforeEach
    void mount() throws IOException, InterruptedException {
        disk = new SmallDisk(Files.createDirectory(folder.resolve("disk")), "16m");
        SmallDisk.End tried = disk.tried();
        assumeTrue(tried.code() == 0, "no small disk can be mounted here: " + tried.said());
        keys = Files.writeString(folder.resolve("platform.keys"), new Opener().announces());
    }

    @Test
    void whatDoesNotFitIsNotHalfTakenAndTheRestGoesOut() throws Exception {
        filled(0, 450_000, 90_000);
    }

    @Test
    void aQueueIsOpenedOnADiskWithoutAByteLeft() throws Exception {
        SmallDisk.End end = disk.run(Reopening.class, keys.toString());
        assertThat(end.said()).as("exit %d", end.code()).endsWith("opened");
        assertThat(end.code()).isZero();
    }

    @Test
    @Tag("soak")
    @Timeout(600)
    void theSameWithAnyFreeSpace() throws Exception {
        filled(0, 1_500_000, 4096);
    }

    /** With so many bytes left, from the fewest to the most. */
    private void filled(int fewest, int most, int step) throws Exception {
        SmallDisk.End end = disk.run(
                Filling.class,
                keys.toString(),
                Integer.toString(fewest),
                Integer.toString(most),
                Integer.toString(step));
        assertThat(end.said()).as("exit %d", end.code()).endsWith("moments: " + (1 + (most - fewest) / step));
        assertThat(end.code()).isZero();
    }
}
