package kiosk.drivers.ipp;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Damaged answers, from fixed seeds. */
class IppFuzzTest {
    private static byte[] answer() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new IppOutputStream(bytes)
                .write(IppPacket.response(Status.successfulOk)
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
                                Types.jobImpressionsCompleted.of(1))
                        .build());
        return bytes.toByteArray();
    }

    @Test
    void aWholeAnswerFitsAndNoBeginningOfItDoes() {
        byte[] whole = answer();
        assertThat(IppShape.fits(whole)).isTrue();
        for (int length = 0; length < whole.length; length++) {
            assertThat(IppShape.fits(Arrays.copyOf(whole, length))).isFalse();
        }
    }

    @Test
    void damageIsAFailureAndNeverAnythingElse() {
        byte[] whole = answer();
        int read = 0;
        for (int seed = 0; seed < 3_000; seed++) {
            byte[] damaged = whole.clone();
            Random random = new Random(seed);
            for (int i = random.nextInt(4); i >= 0; i--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            read += reads(damaged) ? 1 : 0;
        }
        assertThat(read).as("answers that were read in spite of their damage").isBetween(1, 2_999);
    }

    private static boolean reads(byte[] damaged) {
        if (!IppShape.fits(damaged)) {
            return false;
        }
        try (IppInputStream in = new IppInputStream(new ByteArrayInputStream(damaged))) {
            IppPacket packet = in.readPacket();
            PrinterReport.of(packet).health("application/pdf");
            JobReport.of(packet).fault();
            return true;
        } catch (IOException | IppFailure e) {
            return false;
        }
    }
}
