package kiosk.twin;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import kiosk.device.PagePrinter;

/** A page printer that prints, or does what it was told before. */
public final class PaperStack extends Twin implements PagePrinter {
    private final Queue<Outcome> coming = new ArrayBlockingQueue<>(10);
    private final List<Job> out = new CopyOnWriteArrayList<>();

    public void willEnd(Outcome outcome) {
        coming.add(outcome);
    }

    /** What came out whole. */
    public List<Job> out() {
        return List.copyOf(out);
    }

    @Override
    public Outcome print(Job job, Duration patience, Consumer<Progress> watcher) {
        Outcome outcome = coming.poll();
        if (outcome != null) {
            return outcome;
        }
        for (int sheet = 1; sheet <= job.pages(); sheet++) {
            watcher.accept(new Sheets(sheet));
        }
        out.add(job);
        return new Printed(job.pages());
    }
}
