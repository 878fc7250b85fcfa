package kiosk.drivers.ipp;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import kiosk.device.Fault;
import kiosk.device.PagePrinter.Held;
import kiosk.device.PagePrinter.Progress;
import kiosk.device.PagePrinter.Sheets;

/** Tells whoever prints what is new about the job, once each: a sheet, a fault that holds it up, the fault's cure. */
final class JobWatch {
    private final Consumer<Progress> watcher;
    private Optional<Fault> holding = Optional.empty();
    private int out;

    JobWatch(Consumer<Progress> watcher) {
        this.watcher = watcher;
    }

    /** What holds the job up now. */
    Optional<Fault> holding() {
        return holding;
    }

    void held(Fault fault) {
        holds(Optional.of(fault));
    }

    /** Takes note of what holds the job up, or that nothing does; a cure is told as the sheets that are out. */
    void holds(Optional<Fault> now) {
        if (now.map(Fault::cause).equals(holding.map(Fault::cause))) {
            return;
        }
        holding = now;
        watcher.accept(now.<Progress>map(Held::new).orElseGet(() -> new Sheets(out)));
    }

    void sheets(OptionalInt counted) {
        if (counted.isPresent() && counted.getAsInt() > out) {
            out = counted.getAsInt();
            watcher.accept(new Sheets(out));
        }
    }
}
