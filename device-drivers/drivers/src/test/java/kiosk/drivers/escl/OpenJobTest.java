package kiosk.drivers.escl;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import kiosk.drivers.peers.Patient;
import kiosk.drivers.scanner.Deadline;
import kiosk.emulators.scanner.EsclEmulator;
import org.junit.jupiter.api.Test;

class OpenJobTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    /** A lock that tells when somebody did not get it. */
    private static final class Watched extends ReentrantLock {
        private static final long serialVersionUID = 1L;

        private final transient CountDownLatch refused = new CountDownLatch(1);

        @Override
        public boolean tryLock() {
            boolean got = super.tryLock();
            if (!got) {
                refused.countDown();
            }
            return got;
        }
    }

    @Test
    void aJobNobodyAsksForEndsEvenIfSomebodyLooksAtTheScannerJustThen() throws Exception {
        Watched inUse = new Watched();
        try (EsclEmulator far = EsclEmulator.on(0)) {
            EsclConnection connection = new EsclConnection(URI.create(far.address() + "/"));
            EsclCapabilities capabilities =
                    EsclCapabilities.of("<ScannerCapabilities/>".getBytes(StandardCharsets.US_ASCII));
            OpenJob open = new OpenJob(connection, inUse, Duration.ofMillis(40));
            inUse.lock();
            try {
                open.is(new EsclOrder(connection, capabilities).place(true, 150, Deadline.in(SOON)));
                open.endUnlessAsked();
                assertThat(inUse.refused.await(5, TimeUnit.SECONDS)).isTrue();
                assertThat(far.cancelled()).isZero();
            } finally {
                inUse.unlock();
            }
            Patient.until(SOON, () -> far.cancelled() == 1, "the job to be ended");
        }
    }
}
