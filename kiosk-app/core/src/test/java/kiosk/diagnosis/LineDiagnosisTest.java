package kiosk.diagnosis;

import static kiosk.diagnosis.Terminals.NOW;
import static kiosk.diagnosis.Terminals.well;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import kiosk.catalogue.Department;
import kiosk.device.DeviceKind;
import kiosk.device.Fault.Cause;
import kiosk.diagnosis.HopResult.Outcome;
import kiosk.diagnosis.HopResult.Trouble;
import kiosk.diagnosis.HostFigures.Database;
import kiosk.diagnosis.HostFigures.Room;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineDiagnosisTest {
    @ParameterizedTest
    @CsvSource({
        "LINK, NO_LINK, LINE_DOWN",
        "ADDRESS, NO_ADDRESS, NO_ADDRESS",
        "GATEWAY, NO_ROUTE, GATEWAY_GONE",
        "NAME, UNKNOWN_NAME, NAME_SERVER",
        "NAME, SILENT, NAME_SERVER",
        "TLS, SILENT, PLATFORM_DOWN",
        "TLS, REFUSED, PLATFORM_DOWN",
        "TLS, EXPIRED, CERTIFICATE_EXPIRED",
        "TLS, NOT_YET_VALID, CERTIFICATE_NOT_YET_VALID",
        "TLS, UNKNOWN_AUTHORITY, CERTIFICATE_UNTRUSTED",
        "TLS, OTHER_HOST, CERTIFICATE_OTHER_HOST",
        "TLS, NO_HANDSHAKE, ENCRYPTION_REFUSED",
        "PLATFORM, NOT_THE_PLATFORM, PORTAL_IN_BETWEEN",
        "PLATFORM, NOT_ADMITTED, TERMINAL_NOT_ADMITTED",
        "PLATFORM, OUT_OF_ORDER, PLATFORM_DOWN",
        "PLATFORM, SILENT, PLATFORM_DOWN"
    })
    void theFirstStationThatFailsIsNamedAndNothingBehindIt(Hop hop, Trouble trouble, Suspect suspect) {
        assertThat(well().broken(hop, trouble).suspects()).containsExactly(suspect);
    }

    @Test
    void aRouterThatAnswersNobodyIsNoFaultWhileThePlatformAnswers() {
        HopResult mute = HopResult.failed(Hop.GATEWAY, Trouble.SILENT, "", Duration.ZERO);
        assertThat(well().at(mute).diagnosed()).isEmpty();
    }

    @Test
    void aRouterThatAnswersNobodyIsSuspectedOnceNothingBehindItAnswers() {
        HopResult mute = HopResult.failed(Hop.GATEWAY, Trouble.SILENT, "", Duration.ZERO);
        assertThat(well().broken(Hop.NAME, Trouble.SILENT).at(mute).suspects()).containsExactly(Suspect.GATEWAY_GONE);
    }

    @Test
    void oneDepartmentDownIsNamed() {
        assertThat(well().without(Department.TAX).diagnosed())
                .containsExactly(new Diagnosis(
                        Suspect.DEPARTMENT_DOWN,
                        Optional.empty(),
                        Optional.of(Department.TAX),
                        Suspect.DEPARTMENT_DOWN.remedy()));
    }

    @Test
    void aWrongClockIsNamedAndNotTheCertificateThatOnlyLooksExpiredByIt() {
        Terminals future = well().broken(Hop.TLS, Trouble.EXPIRED).clockAhead(Optional.of(Duration.ofDays(400)));
        Terminals past = well().broken(Hop.TLS, Trouble.NOT_YET_VALID).clockAhead(Optional.of(Duration.ofDays(-400)));
        assertThat(future.suspects()).containsExactly(Suspect.CLOCK_WRONG);
        assertThat(past.suspects()).containsExactly(Suspect.CLOCK_WRONG);
    }

    @Test
    void aCertificateThatHasNotBegunIsAClockInThePastUnlessTheClockIsKnownToBeRight() {
        Terminals unknown = well().broken(Hop.TLS, Trouble.NOT_YET_VALID).clockAhead(Optional.empty());
        assertThat(unknown.suspects()).containsExactly(Suspect.CLOCK_WRONG);
    }

    @Test
    void aClockThatIsNotKnownIsNotSuspectedForAnExpiredCertificate() {
        Terminals unknown = well().broken(Hop.TLS, Trouble.EXPIRED).clockAhead(Optional.empty());
        assertThat(unknown.suspects()).containsExactly(Suspect.CERTIFICATE_EXPIRED);
    }

    @ParameterizedTest
    @CsvSource({"121, true", "-121, true", "119, false", "-119, false"})
    void aClockMayBeWrongByTwoMinutes(long seconds, boolean wrong) {
        Terminals terminal = well().clockAhead(Optional.of(Duration.ofSeconds(seconds)));
        assertThat(terminal.suspects().contains(Suspect.CLOCK_WRONG)).isEqualTo(wrong);
    }

    @Test
    void aFullDiskComesBeforeWhatSuffersFromIt() {
        Terminals terminal =
                well().disk(new Room(200L << 20, 60L << 30)).with(DeviceKind.CODE_SCANNER, Cause.NOT_CONNECTED);
        assertThat(terminal.suspects()).containsExactly(Suspect.DISK_FULL, Suspect.CABLE_OR_DEVICE);
    }

    @Test
    void aDiskThatFillsIsWarnedOf() {
        assertThat(well().disk(new Room(2L << 30, 60L << 30)).suspects()).containsExactly(Suspect.DISK_LOW);
        assertThat(well().disk(Room.UNKNOWN).suspects()).isEmpty();
    }

    @Test
    void aDamagedDatabaseComesFirst() {
        Terminals terminal = well().broken(Hop.NAME, Trouble.UNKNOWN_NAME)
                .with(it -> new HostFigures(
                        it.taken(),
                        it.clockAhead(),
                        new Room(1, 100),
                        it.memory(),
                        it.certificateEnd(),
                        Database.CORRUPT,
                        it.load()));
        assertThat(terminal.suspects())
                .containsExactly(Suspect.DATABASE_CORRUPT, Suspect.DISK_FULL, Suspect.NAME_SERVER);
    }

    @Test
    void aDiskThatGivesNothingIsNamed() {
        Terminals terminal = well().with(it -> new HostFigures(
                it.taken(),
                it.clockAhead(),
                it.disk(),
                it.memory(),
                it.certificateEnd(),
                Database.UNREADABLE,
                it.load()));
        assertThat(terminal.suspects()).containsExactly(Suspect.DISK_FAILS);
    }

    @Test
    void memoryLoadAndAnEndingCertificateAreWarnedOf() {
        Terminals terminal = well().with(it -> new HostFigures(
                it.taken(),
                it.clockAhead(),
                it.disk(),
                new Room(1, 100),
                Optional.of(NOW.plus(Duration.ofDays(3))),
                it.database(),
                8));
        assertThat(terminal.suspects())
                .containsExactly(Suspect.CERTIFICATE_ENDS_SOON, Suspect.MEMORY_LOW, Suspect.OVERLOADED);
    }

    @Test
    void aCertificateThatHasEndedIsNotSaidToEndSoon() {
        Terminals terminal = well().broken(Hop.TLS, Trouble.EXPIRED)
                .with(it -> new HostFigures(
                        it.taken(),
                        it.clockAhead(),
                        it.disk(),
                        it.memory(),
                        Optional.of(NOW.minusSeconds(1)),
                        it.database(),
                        it.load()));
        assertThat(terminal.suspects()).containsExactly(Suspect.CERTIFICATE_EXPIRED);
    }

    @Test
    void whereNothingIsKnownNothingIsSuspected() {
        Survey blank = new Survey(java.util.List.of(), HostFigures.unknown(NOW));
        assertThat(Diagnosis.of(new Findings(java.util.Map.of(), java.util.Map.of(), blank)))
                .isEmpty();
    }

    @Test
    void aStationThatFailedSaysWhyAndNoOtherDoes() {
        assertThatThrownBy(() ->
                        new HopResult(Hop.NAME, Optional.empty(), Outcome.FAILED, Optional.empty(), "", Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new HopResult(
                        Hop.NAME, Optional.empty(), Outcome.PROVEN, Optional.of(Trouble.SILENT), "", Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theCodeOfAStationIsShortAndPrintable() {
        HopResult long_ = HopResult.contacted(Hop.LINK, "张".repeat(70), Duration.ZERO);
        assertThat(long_.code()).isEqualTo("?".repeat(60));
    }
}
