package kiosk.desktop.technician.door;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import kiosk.device.SocialCardReader;
import kiosk.device.card.CardProof;

/** Watches the card slot for a technician's card as long as the door is asked for, on a thread of its own. */
final class CardWatch {
    private static final Duration TURN = Duration.ofSeconds(2);
    private static final long REST = 2;

    private final Guard guard;
    private final SocialCardReader slot;
    private final IntConsumer proven;
    private final Runnable refused;
    private final Thread thread = new Thread(this::watch, "technician-card");

    private CardWatch(Guard guard, SocialCardReader slot, IntConsumer proven, Runnable refused) {
        this.guard = guard;
        this.slot = slot;
        this.proven = proven;
        this.refused = refused;
    }

    /** Begins to watch; whose card it is is told once, and each card that opens nothing is told as well, both on the watch's thread. */
    static CardWatch begin(Guard guard, SocialCardReader slot, IntConsumer proven, Runnable refused) {
        CardWatch watch = new CardWatch(guard, slot, proven, refused);
        watch.thread.setDaemon(true);
        watch.thread.start();
        return watch;
    }

    void stop() {
        thread.interrupt();
    }

    private void watch() {
        Semaphore never = new Semaphore(0);
        try {
            while (!proves()) {
                if (never.tryAcquire(REST, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("nobody gives what is only waited for");
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks until something other than an empty slot is seen. */
    private boolean proves() throws InterruptedException {
        byte[] hash = guard.hashToSign();
        CardProof proof = slot.prove(hash, TURN);
        while (proof instanceof CardProof.NoCard) {
            hash = guard.hashToSign();
            proof = slot.prove(hash, TURN);
        }
        if (!(proof instanceof CardProof.Signed signed)) {
            return false;
        }
        OptionalInt technician = guard.proves(hash, signed.signature());
        technician.ifPresentOrElse(proven, refused);
        return technician.isPresent();
    }
}
