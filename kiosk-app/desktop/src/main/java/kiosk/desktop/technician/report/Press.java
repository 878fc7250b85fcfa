package kiosk.desktop.technician.report;

import java.time.Duration;
import kiosk.device.PagePrinter;
import org.jspecify.annotations.Nullable;

/** Prints reports on the thread that asks for it, until it is stopped from another. */
final class Press {
    private final PagePrinter printer;
    private final Duration patience;
    private @Nullable Thread printing;
    private boolean stopped;

    /** A press that waits so long for the printer. */
    Press(PagePrinter printer, Duration patience) {
        this.printer = printer;
        this.patience = patience;
    }

    /** Whether it came out; a press that was stopped prints nothing more. */
    boolean prints(PagePrinter.Job job) throws InterruptedException {
        if (!begins()) {
            return false;
        }
        try {
            return printer.print(job, patience, progress -> {}) instanceof PagePrinter.Printed;
        } finally {
            ends();
        }
    }

    private synchronized boolean begins() {
        if (stopped) {
            return false;
        }
        printing = Thread.currentThread();
        return true;
    }

    private synchronized void ends() {
        printing = null;
    }

    /** Breaks off the print that is under way. */
    synchronized void stop() {
        stopped = true;
        if (printing != null) {
            printing.interrupt();
        }
    }
}
