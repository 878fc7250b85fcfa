package kiosk.twin;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import kiosk.device.Receipt;
import kiosk.device.ReceiptPrinter;

/** A receipt printer that prints, or does what it was told before. */
public final class PaperRoll extends Twin implements ReceiptPrinter {
    private final Queue<Outcome> coming = new ArrayBlockingQueue<>(10);
    private final List<Receipt> out = new CopyOnWriteArrayList<>();

    public void willEnd(Outcome outcome) {
        coming.add(outcome);
    }

    /** What came out whole. */
    public List<Receipt> out() {
        return List.copyOf(out);
    }

    @Override
    public Outcome print(Receipt receipt, Duration patience) {
        Outcome outcome = coming.poll();
        if (outcome != null) {
            return outcome;
        }
        out.add(receipt);
        return new Printed();
    }
}
