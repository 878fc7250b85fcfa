package kiosk.diagnosis;

import static kiosk.device.DeviceKind.CODE_SCANNER;
import static kiosk.device.DeviceKind.DOCUMENT_SCANNER;
import static kiosk.device.DeviceKind.ID_CARD_READER;
import static kiosk.device.DeviceKind.PAGE_PRINTER;
import static kiosk.device.DeviceKind.RECEIPT_PRINTER;
import static kiosk.device.DeviceKind.SOCIAL_CARD_READER;
import static kiosk.diagnosis.Terminals.serial;
import static kiosk.diagnosis.Terminals.well;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import kiosk.device.DeviceKind;
import kiosk.device.Fault;
import kiosk.device.Fault.Cause;
import kiosk.device.Fault.Remedy;
import kiosk.device.Health;
import kiosk.device.Health.Nameplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DeviceDiagnosisTest {
    @Test
    void nothingIsSuspectedWhereAllIsWell() {
        assertThat(well().diagnosed()).isEmpty();
    }

    @Test
    void nothingIsSuspectedOfAKindThisTerminalHasNot() {
        assertThat(well().with(CODE_SCANNER, Cause.NOT_CONFIGURED).diagnosed()).isEmpty();
    }

    @Test
    void allSerialDevicesGoneAtOnceAreTheirHub() {
        Terminals terminal = well().with(ID_CARD_READER, Cause.NOT_CONNECTED)
                .with(CODE_SCANNER, Cause.NOT_CONNECTED)
                .with(RECEIPT_PRINTER, Cause.NOT_CONNECTED);
        assertThat(terminal.diagnosed())
                .containsExactly(new Diagnosis(Suspect.HUB, Optional.empty(), Optional.empty(), Remedy.HOST_CLERK));
    }

    @Test
    void oneSerialDeviceGoneIsItsCableOrItself() {
        assertThat(well().with(CODE_SCANNER, Cause.NOT_CONNECTED).diagnosed())
                .containsExactly(new Diagnosis(
                        Suspect.CABLE_OR_DEVICE, Optional.of(CODE_SCANNER), Optional.empty(), Remedy.HOST_CLERK));
    }

    @Test
    void theOnlySerialDeviceGoneIsNotAHub() {
        Terminals terminal = well().with(CODE_SCANNER, new Attachment.Usb("hid"))
                .with(RECEIPT_PRINTER, new Attachment.Tcp("10.0.0.8", 9100))
                .with(ID_CARD_READER, Cause.NOT_CONNECTED);
        assertThat(terminal.suspects()).containsExactly(Suspect.CABLE_OR_DEVICE);
    }

    @Test
    void aHubIsNamedByThePathsEvenWhileAnotherHubWorks() {
        String path = "/dev/serial/by-path/pci-0000:00:14.0-usb-0:";
        Terminals terminal = well().with(ID_CARD_READER, serial(path + "1.1:1.0-port0"))
                .with(CODE_SCANNER, serial(path + "1.4:1.0-port0"))
                .with(RECEIPT_PRINTER, serial(path + "2.1:1.0-port0"))
                .with(ID_CARD_READER, Cause.NOT_CONNECTED)
                .with(CODE_SCANNER, Cause.NOT_CONNECTED);
        assertThat(terminal.suspects()).containsExactly(Suspect.HUB);
    }

    @Test
    void noiseOnALineThatNeverAnsweredIsTheWrongSpeed() {
        List<Diagnosis> all = well().with(ID_CARD_READER, Cause.GARBLED).diagnosed();
        assertThat(all.get(0).suspect()).isEqualTo(Suspect.WRONG_SPEED);
        assertThat(all.get(0).device()).contains(ID_CARD_READER);
        assertThat(all).extracting(Diagnosis::suspect).contains(Suspect.WRONG_PORT);
    }

    @Test
    void silenceOnALineThatNeverAnsweredIsTheWrongPort() {
        assertThat(well().with(ID_CARD_READER, Cause.NO_ANSWER).suspects())
                .containsExactly(Suspect.WRONG_PORT, Suspect.WRONG_SPEED, Suspect.CABLE_OR_DEVICE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Cause.class,
            names = {"GARBLED", "NO_ANSWER"})
    void aDeviceThatAnsweredOnceHasTheRightPortAndSpeed(Cause cause) {
        Health fallenSilent = Health.offline(new Fault(cause, ""), Terminals.NAMED);
        assertThat(well().with(ID_CARD_READER, fallenSilent).suspects()).containsExactly(Suspect.CABLE_OR_DEVICE);
    }

    @Test
    void whatATrialFoundIsBelievedBeforeEverything() {
        Terminals speed = well().with(ID_CARD_READER, Cause.NO_ANSWER).with(ID_CARD_READER, new Trial.AnswersAt(9600));
        Terminals port =
                well().with(ID_CARD_READER, Cause.GARBLED).with(ID_CARD_READER, new Trial.AnswersOn("/dev/ttyUSB7"));
        Terminals nowhere = well().with(ID_CARD_READER, Cause.GARBLED).with(ID_CARD_READER, new Trial.AnswersNowhere());
        Terminals moved = well().with(ID_CARD_READER, Cause.NOT_CONNECTED)
                .with(ID_CARD_READER, new Trial.AnswersOn("/dev/ttyUSB7"));
        assertThat(speed.suspects()).containsExactly(Suspect.WRONG_SPEED);
        assertThat(port.suspects()).containsExactly(Suspect.WRONG_PORT);
        assertThat(nowhere.suspects()).containsExactly(Suspect.CABLE_OR_DEVICE);
        assertThat(moved.suspects()).containsExactly(Suspect.WRONG_PORT);
    }

    @ParameterizedTest
    @EnumSource(
            value = Cause.class,
            names = {"GARBLED", "NO_ANSWER", "BUSY"})
    void twoDevicesOnOnePortIsTheWrongPort(Cause cause) {
        Terminals terminal = well().with(ID_CARD_READER, serial("/dev/ttyUSB2")).with(ID_CARD_READER, cause);
        assertThat(terminal.suspects()).containsExactly(Suspect.WRONG_PORT);
    }

    @Test
    void aPortThatIsHeldByNoOtherDeviceIsHeldByAnotherProgram() {
        assertThat(well().with(ID_CARD_READER, Cause.BUSY).suspects()).containsExactly(Suspect.HELD_BY_ANOTHER);
        assertThat(well().with(SOCIAL_CARD_READER, Cause.BUSY).suspects()).containsExactly(Suspect.HELD_BY_ANOTHER);
    }

    @ParameterizedTest
    @EnumSource(
            value = Cause.class,
            names = {"GARBLED", "NO_ANSWER"})
    void aPrinterThatIsReachedAndTellsNoStateIsItsDriver(Cause cause) {
        assertThat(well().with(PAGE_PRINTER, cause).suspects()).containsExactly(Suspect.DRIVER);
    }

    @Test
    void aReaderOfTheSystemThatFallsSilentIsTheReaderFirst() {
        assertThat(well().with(SOCIAL_CARD_READER, Cause.NO_ANSWER).suspects())
                .containsExactly(Suspect.CABLE_OR_DEVICE, Suspect.DRIVER);
    }

    @Test
    void aPrinterOfTheNetworkThatIsNotReachedIsOffTheNet() {
        assertThat(well().with(PAGE_PRINTER, Cause.NOT_CONNECTED).suspects())
                .containsExactly(Suspect.DEVICE_OFF_THE_NET);
        Terminals receipts = well().with(RECEIPT_PRINTER, new Attachment.Tcp("127.0.0.1", 9100))
                .with(RECEIPT_PRINTER, Cause.NOT_CONNECTED);
        assertThat(receipts.suspects()).containsExactly(Suspect.DEVICE_OFF_THE_NET);
    }

    @Test
    void aQueueOfThisMachineThatRefusesIsThePrintService() {
        Terminals terminal =
                well().with(PAGE_PRINTER, new Attachment.Tcp("localhost", 631)).with(PAGE_PRINTER, Cause.NOT_CONNECTED);
        assertThat(terminal.suspects()).containsExactly(Suspect.PRINT_SERVICE);
    }

    @ParameterizedTest
    @CsvSource({
        "SOCIAL_CARD_READER, CARD_SERVICE",
        "DOCUMENT_SCANNER, SCAN_SERVICE",
        "RECEIPT_PRINTER, PRINT_SERVICE",
        "CODE_SCANNER, CARD_SERVICE",
        "ID_CARD_READER, CARD_SERVICE",
        "PAGE_PRINTER, DEVICE_OFF_THE_NET"
    })
    void aMissingServiceIsNamedByWhatNeedsIt(DeviceKind kind, Suspect suspect) {
        assertThat(well().with(kind, Cause.SERVICE_MISSING).suspects()).containsExactly(suspect);
    }

    @Test
    void aPrintServiceOnThisMachineIsNamedToo() {
        Terminals terminal = well().with(PAGE_PRINTER, new Attachment.Tcp("127.0.0.1", 631))
                .with(PAGE_PRINTER, Cause.SERVICE_MISSING);
        assertThat(terminal.suspects()).containsExactly(Suspect.PRINT_SERVICE);
    }

    @Test
    void aScannerThatIsNotListedIsItsCableOrItself() {
        assertThat(well().with(DOCUMENT_SCANNER, Cause.NOT_CONNECTED).suspects())
                .containsExactly(Suspect.CABLE_OR_DEVICE);
    }

    @ParameterizedTest
    @CsvSource({
        "MISCONFIGURED, SETTINGS",
        "PAPER_OUT, PAPER_OUT",
        "WRONG_PAPER, WRONG_PAPER",
        "PAPER_JAM, PAPER_JAM",
        "COVER_OPEN, COVER_OPEN",
        "CUTTER, CUTTER",
        "TONER_OUT, TONER_OUT",
        "TRAY_FULL, TRAY_FULL",
        "TOO_HOT, TOO_HOT",
        "STOPPED, STOPPED",
        "NOT_AUTHORISED, NOT_AUTHORISED",
        "HARDWARE, HARDWARE"
    })
    void whatADeviceSaysOfItselfIsBelieved(Cause cause, Suspect suspect) {
        assertThat(well().with(PAGE_PRINTER, cause).diagnosed())
                .containsExactly(new Diagnosis(suspect, Optional.of(PAGE_PRINTER), Optional.empty(), suspect.remedy()));
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void everyFaultThatStopsADeviceHasASuspectOfThatDevice(Cause cause) {
        boolean none =
                List.of(Cause.NOT_CONFIGURED, Cause.PAPER_LOW, Cause.TONER_LOW).contains(cause);
        assertThat(well().with(PAGE_PRINTER, cause).diagnosed().isEmpty()).isEqualTo(none);
    }

    @ParameterizedTest
    @EnumSource(Cause.class)
    void aDeviceThatWorksIsOnlyWarnedOf(Cause cause) {
        Health degraded = Health.degraded(new Fault(cause, ""), Nameplate.UNKNOWN);
        List<Suspect> warnings = List.of(Suspect.PAPER_LOW, Suspect.TONER_LOW, Suspect.TRAY_FULL);
        assertThat(warnings).containsAll(well().with(PAGE_PRINTER, degraded).suspects());
    }

    @Test
    void whatStopsComesBeforeWhatWarns() {
        Health low = Health.degraded(new Fault(Cause.PAPER_LOW, ""), Nameplate.UNKNOWN);
        Terminals terminal = well().with(ID_CARD_READER, Cause.NOT_CONNECTED).with(RECEIPT_PRINTER, low);
        assertThat(terminal.suspects()).containsExactly(Suspect.CABLE_OR_DEVICE, Suspect.PAPER_LOW);
    }

    @Test
    void aDeviceWhoseAttachmentIsNotToldIsDiagnosedAllTheSame() {
        Terminals terminal =
                well().with(ID_CARD_READER, new Attachment.Untold()).with(ID_CARD_READER, Cause.NOT_CONNECTED);
        assertThat(terminal.suspects()).containsExactly(Suspect.CABLE_OR_DEVICE);
    }
}
