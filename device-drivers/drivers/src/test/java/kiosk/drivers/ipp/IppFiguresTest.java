package kiosk.drivers.ipp;

import static org.assertj.core.api.Assertions.assertThat;

import com.hp.jipp.encoding.IppInputStream;
import com.hp.jipp.encoding.IppOutputStream;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.model.Types;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import kiosk.contracts.bench.SideBySide;
import kiosk.emulators.ipp.IppPrinterEmulator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * How long it takes until a printer has a document: Print-Job beside Print-Job, and the whole way, which asks first whether the printer
 * is ready: one question more, so that "nothing came out" can be said for certain.
 */
@Tag("bench")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class IppFiguresTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final byte[] DOCUMENT = new byte[100_000];
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void askingAndHandingOverBesideABareCall() throws Exception {
        beside("ipp-ask-and-accept", true);
    }

    @Test
    void handingOverBesideABareCall() throws Exception {
        beside("ipp-accept", false);
    }

    private static void beside(String name, boolean asking) throws Exception {
        try (IppPrinterEmulator far = IppPrinterEmulator.start(0)) {
            IppQueue queue = new IppQueue(
                    IppAddress.parse(far.address().toString(), true), "application/pdf", "iso_a4_210x297mm");
            URI http = IppAddress.parse(far.address().toString(), true).http();
            new SideBySide(name, 200, 500)
                    .measure(
                            () -> ended(queue, () -> {
                                assertThat(!asking || !queue.printer(SOON).stopped())
                                        .isTrue();
                                return queue.start("figures", DOCUMENT, SOON);
                            }),
                            () -> ended(queue, () -> bare(http, far.address())));
        }
    }

    /** Something after which the printer has a job; answers its number. */
    private interface HandingOver {
        int job() throws Exception;
    }

    /** How long handing over takes; the next one finds an idle printer. */
    private static long ended(IppQueue queue, HandingOver handingOver) throws Exception {
        long begun = System.nanoTime();
        int job = handingOver.job();
        long took = System.nanoTime() - begun;
        while (!queue.job(job, "figures", SOON).ended()) {
            assertThat(System.nanoTime() - begun).isLessThan(SOON.toNanos());
        }
        return took;
    }

    private static int bare(URI http, URI printer) throws Exception {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        new IppOutputStream(request)
                .write(IppPacket.printJob(printer)
                        .putOperationAttributes(
                                Types.requestingUserName.of("kiosk"),
                                Types.jobName.of("figures"),
                                Types.documentFormat.of("application/pdf"))
                        .build());
        request.writeBytes(DOCUMENT);
        byte[] answer = CLIENT.send(
                        HttpRequest.newBuilder(http)
                                .header("Content-Type", "application/ipp")
                                .POST(HttpRequest.BodyPublishers.ofByteArray(request.toByteArray()))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body();
        IppPacket packet = new IppInputStream(new ByteArrayInputStream(answer)).readPacket();
        return packet.getValue(com.hp.jipp.encoding.Tag.jobAttributes, Types.jobId);
    }
}
