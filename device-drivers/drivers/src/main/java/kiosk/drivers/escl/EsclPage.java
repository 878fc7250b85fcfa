package kiosk.drivers.escl;

import java.io.IOException;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import kiosk.device.ScannedPage;
import kiosk.drivers.scanner.Deadline;

/** Fetches the next page of a job. */
final class EsclPage {
    private static final int LONGEST_PAGE = 24 << 20;
    /** US legal and A4 at 600 dots an inch, and a little more: some devices have nothing coarser than wanted. */
    private static final int WIDEST = 5200;

    private static final int LONGEST = 8600;
    /** Pages are told as nearly in when they are longer than expected. */
    private static final double NEARLY = 0.95;

    private static final int USUAL_BYTES_AT_150 = 400_000;

    private final EsclConnection connection;
    private final EsclJob job;

    EsclPage(EsclConnection connection, EsclJob job) {
        this.connection = connection;
        this.job = job;
    }

    /** Waits for the page while the scanner is busy with it (503); empty where the job has no more (404, with some devices 410). */
    Optional<ScannedPage> fetch(Deadline deadline, DoubleConsumer progress)
            throws IOException, InterruptedException, EsclOrder.Refused {
        Told told = new Told(progress, expected());
        told.received(0);
        EsclConnection.Answer answer = next(deadline, told);
        while (answer.status() == 503) {
            EsclOrder.rest(deadline);
            answer = next(deadline, told);
        }
        if (answer.status() == 404 || answer.status() == 410) {
            return Optional.empty();
        }
        if (answer.status() != 200) {
            throw new EsclOrder.Refused(EsclConnection.fault(answer.status()));
        }
        told.received(answer.body().length);
        JpegHead head = JpegHead.of(answer.body(), WIDEST, LONGEST);
        progress.accept(1);
        return Optional.of(new ScannedPage(answer.body(), head.width(), head.height(), job.dotsPerInch()));
    }

    private EsclConnection.Answer next(Deadline deadline, Told told) throws IOException, InterruptedException {
        return connection.get(job.nextDocument(), LONGEST_PAGE, deadline, told::received);
    }

    /** Nobody says how long a page will be; it grows with the number of dots. */
    private int expected() {
        return (int) (USUAL_BYTES_AT_150 * Math.pow(job.dotsPerInch() / 150.0, 2));
    }

    /** Tells how much is in, never less than before. */
    private static final class Told {
        private final DoubleConsumer progress;
        private final int expected;
        private int hundredths = -1;

        Told(DoubleConsumer progress, int expected) {
            this.progress = progress;
            this.expected = expected;
        }

        void received(int bytes) {
            int now = (int) Math.round(100 * Math.min(NEARLY, (double) bytes / expected));
            if (now > hundredths) {
                hundredths = now;
                progress.accept(now / 100.0);
            }
        }
    }
}
