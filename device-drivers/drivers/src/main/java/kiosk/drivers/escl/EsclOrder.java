package kiosk.drivers.escl;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kiosk.device.Fault;
import kiosk.drivers.scanner.Deadline;

/** Orders a scan; a scanner that is still busy with the last job is asked again for a moment. */
final class EsclOrder {
    private static final Duration STILL_BUSY = Duration.ofMillis(600);
    private static final Duration REST = Duration.ofMillis(300);

    private final EsclConnection connection;
    private final EsclCapabilities capabilities;

    EsclOrder(EsclConnection connection, EsclCapabilities capabilities) {
        this.connection = connection;
        this.capabilities = capabilities;
    }

    /** The scanner refuses, and why. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Fault fault;

        Refused(Fault fault) {
            super(fault.code(), null, false, false);
            this.fault = fault;
        }

        Fault fault() {
            return fault;
        }
    }

    EsclJob place(boolean fromFeeder, int wanted, Deadline deadline) throws IOException, InterruptedException, Refused {
        int dotsPerInch = capabilities.resolution(wanted);
        byte[] settings = EsclSettings.of(capabilities.version(), fromFeeder, dotsPerInch);
        long until = System.nanoTime() + STILL_BUSY.toNanos();
        EsclConnection.Answer answer = connection.post("ScanJobs", settings, deadline);
        while (answer.status() == 503 && System.nanoTime() < until) {
            rest(deadline);
            answer = connection.post("ScanJobs", settings, deadline);
        }
        if (answer.status() != 201) {
            throw new Refused(EsclConnection.fault(answer.status()));
        }
        return EsclJob.at(answer.location(), fromFeeder, wanted, dotsPerInch);
    }

    /** Waits a little, but not beyond the deadline. */
    static void rest(Deadline deadline) throws IOException, InterruptedException {
        CountDownLatch nothing = new CountDownLatch(1);
        long end = System.nanoTime() + REST.toNanos();
        while (System.nanoTime() < end) {
            nothing.await(deadline.slice(), TimeUnit.MILLISECONDS);
        }
    }
}
