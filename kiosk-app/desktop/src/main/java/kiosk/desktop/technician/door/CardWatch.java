package kiosk.desktop.technician.door;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import kiosk.device.Presence;
import kiosk.device.SocialCardReader;
import kiosk.device.card.CardProof;

/**
 * Watches the card slot for a technician's card as long as the door is asked for, on a thread of its own. A card that opens nothing costs
 * one try: it is not looked at again before it was taken out.
 */
final class CardWatch {
    private static final Duration TURN = Duration.ofSeconds(2);
    private static final Duration REST = Duration.ofSeconds(2);
    private static final int MOST_GLANCES = 300;

    private final Guard guard;
    private final SocialCardReader slot;
    private final IntConsumer proven;
    private final Consumer<Guard.Verdict> refused;
    private final Duration rest;
    private final Semaphore never = new Semaphore(0);
    private final Thread thread = new Thread(this::watch, "technician-card");

    private CardWatch(
            Guard guard, SocialCardReader slot, IntConsumer proven, Consumer<Guard.Verdict> refused, Duration rest) {
        this.guard = guard;
        this.slot = slot;
        this.proven = proven;
        this.refused = refused;
        this.rest = rest;
    }

    /** Begins to watch; whose card it is is told once, and each card that opens nothing is told as well, both on the watch's thread. */
    static CardWatch begin(Guard guard, SocialCardReader slot, IntConsumer proven, Consumer<Guard.Verdict> refused) {
        return begin(guard, slot, proven, refused, REST);
    }

    /** The same with another pause between two looks. */
    static CardWatch begin(
            Guard guard, SocialCardReader slot, IntConsumer proven, Consumer<Guard.Verdict> refused, Duration rest) {
        CardWatch watch = new CardWatch(guard, slot, proven, refused, rest);
        watch.thread.setDaemon(true);
        watch.thread.start();
        return watch;
    }

    void stop() {
        thread.interrupt();
    }

    private void watch() {
        try {
            while (!proves()) {
                rest();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void rest() throws InterruptedException {
        if (never.tryAcquire(rest.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("nobody gives what is only waited for");
        }
    }

    /** Waits until the slot is empty, ten minutes at most; where the reader cannot tell, the card may still be there. */
    private void untilTheCardIsTaken() throws InterruptedException {
        for (int glance = 0; glance < MOST_GLANCES && slot.presence() != Presence.GONE; glance++) {
            rest();
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
        Guard.Card card = guard.proves(hash, signed.signature());
        if (card.verdict() == Guard.Verdict.RIGHT) {
            proven.accept(card.technician());
            return true;
        }
        refused.accept(card.verdict());
        untilTheCardIsTaken();
        return false;
    }
}
