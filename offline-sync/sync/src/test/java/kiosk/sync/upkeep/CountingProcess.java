package kiosk.sync.upkeep;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import kiosk.device.DeviceKind;
import kiosk.upkeep.Paper;
import kiosk.upkeep.Tally;

/** A terminal in a process of its own, that counts cards, says how many are on disk, and goes on until it is killed. */
final class CountingProcess {
    static final int SAID = 7;

    private CountingProcess() {}

    public static void main(String[] file) throws InterruptedException {
        PrintStream said = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        SqliteDeviceBook book = SqliteDeviceBook.open(Path.of(file[0]), Clock.systemUTC(), Paper.USUAL);
        book.count(DeviceKind.ID_CARD_READER, Tally.CARDS_READ, SAID);
        said.println(book.awaitWritten(Duration.ofSeconds(20)) ? "written" : "late");
        while (true) {
            book.count(DeviceKind.ID_CARD_READER, Tally.CARDS_READ, 1);
        }
    }
}
