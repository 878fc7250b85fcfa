package kiosk.drivers.ipp;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.hp.jipp.encoding.IppInputStream;
import com.hp.jipp.encoding.IppOutputStream;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.KeyValues;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.JobState;
import com.hp.jipp.model.PrinterState;
import com.hp.jipp.model.Status;
import com.hp.jipp.model.Types;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import kiosk.device.Health;
import kiosk.drivers.fuzz.ShortDose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a printer answers. */
class IppAnswerFuzzTest {
    private static final int MOST_OF_A_NAMEPLATE = 4 * 127;

    static Stream<byte[]> wellFormed() {
        return Stream.of(
                encoded(IppPacket.response(Status.successfulOk)
                        .putPrinterAttributes(
                                Types.printerState.of(PrinterState.idle),
                                Types.printerStateReasons.of("none", "media-low-report"),
                                Types.printerIsAcceptingJobs.of(true),
                                Types.documentFormatSupported.of("application/pdf"),
                                Types.printerSupply.of(
                                        new KeyValues("type", "toner", "maxcapacity", "100", "level", "7")),
                                Types.printerInputTray.of(new KeyValues("type", "tray", "level", "-3")),
                                Types.printerMakeAndModel.of("OneStop Laser"),
                                Types.printerDeviceId.of("MFG:OneStop;MDL:Laser;SN:1;"))
                        .putAttributes(
                                Tag.jobAttributes,
                                Types.jobState.of(JobState.processing),
                                Types.jobImpressionsCompleted.of(1))),
                encoded(IppPacket.response(Status.serverErrorBusy)));
    }

    private static byte[] encoded(IppPacket.Builder answer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new IppOutputStream(bytes).write(answer.build());
        return bytes.toByteArray();
    }

    @Test
    void aWholeAnswerFitsAndNoBeginningOfItDoes() {
        byte[] whole = wellFormed().findFirst().orElseThrow();
        assertThat(IppShape.fits(whole)).isTrue();
        for (int length = 0; length < whole.length; length++) {
            assertThat(IppShape.fits(Arrays.copyOf(whole, length))).isFalse();
        }
    }

    @org.junit.jupiter.api.Tag("soak")
    @MethodSource("wellFormed")
    @FuzzTest
    void whateverComesIsAReportOrAFailure(byte[] came) throws Exception {
        if (!IppShape.fits(came)) {
            return;
        }
        try (IppInputStream in = new IppInputStream(new ByteArrayInputStream(came))) {
            IppPacket packet = in.readPacket();
            readAsJob(packet);
            readAsPrinter(packet);
            IppStatus.require(packet.getCode());
        } catch (IOException | IppFailure e) {
            assertThat(e).isNotNull();
        }
    }

    private static void readAsJob(IppPacket packet) {
        try {
            JobReport job = JobReport.of(packet);
            assertThat(job.fault().cause()).isNotNull();
            assertThat(job.completed() && !job.ended()).isFalse();
        } catch (IppFailure e) {
            assertThat(e.fault().code()).isEqualTo("no job-state");
        }
    }

    private static void readAsPrinter(IppPacket packet) throws IppFailure {
        Health health = PrinterReport.of(packet).health("application/pdf", "iso_a4_210x297mm");
        Health.Nameplate name = health.nameplate();
        String said = name.manufacturer() + name.model() + name.serialNumber() + name.firmware();
        assertThat(said).hasSizeLessThanOrEqualTo(MOST_OF_A_NAMEPLATE);
        assertThat(said.codePoints().noneMatch(Character::isISOControl)).isTrue();
    }

    @Test
    void damagedAnswersAreAReportOrAFailure() throws Exception {
        ShortDose.of(IppAnswerFuzzTest.class, "whateverComesIsAReportOrAFailure", wellFormed())
                .feed(this::whateverComesIsAReportOrAFailure);
    }
}
