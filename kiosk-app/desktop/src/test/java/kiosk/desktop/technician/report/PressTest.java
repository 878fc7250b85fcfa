package kiosk.desktop.technician.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import kiosk.device.AbsentDevice;
import kiosk.device.Health;
import kiosk.device.PagePrinter;
import org.junit.jupiter.api.Test;

class PressTest {
    private static final PagePrinter.Job JOB = new PagePrinter.Job("hand-over", new byte[] {1}, 1);

    /** A printer that waits for paper until it is told to stop. */
    private static final class Waiting implements PagePrinter {
        private final PagePrinter absent = AbsentDevice.none().pagePrinter();
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch paper = new CountDownLatch(1);

        @Override
        public Outcome print(Job job, Duration patience, Consumer<Progress> watcher) throws InterruptedException {
            begun.countDown();
            return paper.await(patience.toMillis(), TimeUnit.MILLISECONDS)
                    ? new Printed(1)
                    : absent.print(job, patience, watcher);
        }

        @Override
        public Health health() {
            return absent.health();
        }

        @Override
        public void close() {
            absent.close();
        }
    }

    @Test
    void aPrintThatWaitsForPaperEndsWhenTheTechnicianGoesAndNoneBeginsAfterwards() throws Exception {
        Waiting printer = new Waiting();
        Press press = new Press(printer, Duration.ofMinutes(2));
        FutureTask<String> print = new FutureTask<>(() -> {
            try {
                return "printed " + press.prints(JOB);
            } catch (InterruptedException stopped) {
                return "stopped";
            }
        });
        new Thread(print, "bench").start();
        assertThat(printer.begun.await(5, TimeUnit.SECONDS)).isTrue();
        press.stop();
        assertThat(print.get(5, TimeUnit.SECONDS)).isEqualTo("stopped");
        printer.paper.countDown();
        assertThat(press.prints(JOB)).isFalse();
        assertThat(new Press(printer, Duration.ofMinutes(2)).prints(JOB)).isTrue();
    }
}
