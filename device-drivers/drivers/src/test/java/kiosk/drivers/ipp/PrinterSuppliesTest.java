package kiosk.drivers.ipp;

import static org.assertj.core.api.Assertions.assertThat;

import com.hp.jipp.cups.Cups;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.model.Status;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import kiosk.device.Health.Supply;
import kiosk.device.Health.Supply.Kind;
import kiosk.device.Health.Supply.Level;
import org.junit.jupiter.api.Test;

class PrinterSuppliesTest {
    private static final Supply SOME_PAPER = Supply.of(Kind.PAPER, Level.OK);

    private static Map<String, String> pairs(String type, int level, int most) {
        return Map.of("type", type, "level", String.valueOf(level), "maxcapacity", String.valueOf(most));
    }

    private static List<Supply> all(
            List<Map<String, String>> markers, List<Map<String, String>> trays, String... reasons) {
        return new PrinterSupplies(markers, trays).all(List.of(reasons));
    }

    private static Supply paper(Level level, int percent, int pages) {
        return new Supply(Kind.PAPER, level, OptionalInt.of(percent), OptionalInt.of(pages));
    }

    @Test
    void theSheetsOfAllTraysThatCountAreTheirSum() {
        List<Map<String, String>> trays =
                List.of(pairs("tray", 100, 250), pairs("tray", 50, 250), pairs("manual", -3, 1));
        assertThat(all(List.of(), trays)).containsExactly(paper(Level.OK, 30, 150));
    }

    @Test
    void aTrayThatDoesNotCountIsAsThePrintersReasonsSay() {
        List<Map<String, String>> tray = List.of(pairs("tray", -2, 250));
        assertThat(all(List.of(), tray)).containsExactly(SOME_PAPER);
        assertThat(all(List.of(), tray, "media-low-warning")).containsExactly(Supply.of(Kind.PAPER, Level.LOW));
        assertThat(all(List.of(), tray, "media-empty-error")).containsExactly(Supply.of(Kind.PAPER, Level.OUT));
        assertThat(all(List.of(), List.of())).containsExactly(SOME_PAPER);
    }

    @Test
    void anEmptyTrayBesideAFullOneIsNotTheEnd() {
        assertThat(all(List.of(), List.of(pairs("tray", 0, 250), pairs("tray", 250, 250)), "media-empty"))
                .containsExactly(paper(Level.OK, 50, 250));
        assertThat(all(List.of(), List.of(pairs("tray", 0, 250)))).containsExactly(paper(Level.OUT, 0, 0));
        assertThat(all(List.of(), List.of(pairs("tray", 20, 250)))).containsExactly(paper(Level.LOW, 8, 20));
        assertThat(all(List.of(), List.of(pairs("tray", 300, 250)))).containsExactly(paper(Level.OK, 100, 300));
    }

    @Test
    void tonerAndPartsSayHowFullTheyAre() {
        assertThat(all(
                        List.of(
                                pairs("tonerCartridge", 40, 200),
                                pairs("opc", 0, 100),
                                pairs("fuser", 9, 100),
                                pairs("inkCartridge", -3, 100),
                                pairs("toner", -2, -2)),
                        List.of()))
                .containsExactly(
                        SOME_PAPER,
                        supply(Kind.TONER, Level.OK, 20),
                        supply(Kind.DRUM, Level.OUT, 0),
                        supply(Kind.DRUM, Level.LOW, 9),
                        Supply.of(Kind.TONER, Level.OK),
                        Supply.of(Kind.TONER, Level.UNKNOWN));
    }

    private static Supply supply(Kind kind, Level level, int percent) {
        return new Supply(kind, level, OptionalInt.of(percent), OptionalInt.empty());
    }

    @Test
    void ofTheWasteOnlyTheReasonsAreBelieved() {
        List<Map<String, String>> waste = List.of(pairs("wasteToner", 5, 100));
        assertThat(all(waste, List.of())).contains(Supply.of(Kind.WASTE, Level.OK));
        assertThat(all(waste, List.of(), "marker-waste-almost-full-warning"))
                .contains(Supply.of(Kind.WASTE, Level.LOW));
        assertThat(all(waste, List.of(), "marker-waste-full-error")).contains(Supply.of(Kind.WASTE, Level.OUT));
    }

    @Test
    void aCupsQueueSaysItInItsOwnAttributesAndWhatIsTooMuchIsLeftOut() {
        IppPacket answer = IppPacket.response(Status.successfulOk)
                .putPrinterAttributes(
                        Cups.Types.markerTypes.of(Collections.nCopies(40, "toner-cartridge")),
                        Cups.Types.markerLevels.of(
                                IntStream.range(0, 30).boxed().toList()))
                .build();
        List<Supply> all = PrinterSupplies.of(answer).all(List.of());
        assertThat(all).hasSize(17).contains(supply(Kind.TONER, Level.OK, 15), supply(Kind.TONER, Level.OUT, 0));
    }
}
