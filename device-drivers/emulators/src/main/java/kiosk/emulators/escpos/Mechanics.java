package kiosk.emulators.escpos;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Paper, cover, knife and motor, and the status bytes that tell of them. */
final class Mechanics {
    static final int FULL_ROLL = 400_000;
    private static final int NEAR_END = 8_000;
    private static final int FIXED = 0x12;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int rowsLeft = FULL_ROLL;
    private int rowsASecond;
    private boolean coverOpen;
    private boolean cutterStuck;
    private boolean cutterError;
    private boolean hot;
    private boolean stalled;
    private boolean powered = true;

    /** A turn of some knob. */
    interface Knob {
        void turn();
    }

    private void turn(Knob knob) {
        lock.lock();
        try {
            knob.turn();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void paper(int rows) {
        turn(() -> rowsLeft = rows);
    }

    void nearEnd() {
        paper(NEAR_END);
    }

    void speed(int rows) {
        turn(() -> rowsASecond = rows);
    }

    void cover(boolean open) {
        turn(() -> coverOpen = open);
    }

    void cutter(boolean stuck) {
        turn(() -> {
            cutterStuck = stuck;
            cutterError &= stuck;
        });
    }

    void heat(boolean tooHot) {
        turn(() -> hot = tooHot);
    }

    void stall(boolean stands) {
        turn(() -> stalled = stands);
    }

    void power(boolean on) {
        turn(() -> powered = on);
    }

    boolean powered() {
        lock.lock();
        try {
            return powered;
        } finally {
            lock.unlock();
        }
    }

    private boolean offline() {
        return coverOpen || rowsLeft <= 0 || cutterError || hot;
    }

    /** Waits until the printer is on-line, then lets one row of dots through. */
    void oneRow() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            awaitOnline();
            rowsLeft--;
            long nanos = rowsASecond == 0 ? 0 : TimeUnit.SECONDS.toNanos(1) / rowsASecond;
            while (nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until the printer is on-line: commands are worked off only then. */
    void ready() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            awaitOnline();
        } finally {
            lock.unlock();
        }
    }

    private void awaitOnline() throws InterruptedException {
        while (offline() || stalled || !powered) {
            changed.await();
        }
    }

    /** Cuts; a stuck knife is an error until it is freed. */
    void cut() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            awaitOnline();
            cutterError = cutterStuck;
            awaitOnline();
        } finally {
            lock.unlock();
        }
    }

    /** The answer to DLE EOT n. */
    int realTimeStatus(int n) {
        lock.lock();
        try {
            return switch (n) {
                case 1 -> FIXED | bit(offline(), 0x08);
                case 2 -> FIXED | bit(coverOpen, 0x04) | bit(rowsLeft <= 0, 0x20) | bit(cutterError || hot, 0x40);
                case 3 -> FIXED | bit(cutterError, 0x08) | bit(hot, 0x40);
                default -> FIXED | bit(rowsLeft <= NEAR_END, 0x0C) | bit(rowsLeft <= 0, 0x60);
            };
        } finally {
            lock.unlock();
        }
    }

    /** The answer to GS r 1. */
    int paperStatus() {
        lock.lock();
        try {
            return bit(rowsLeft <= NEAR_END, 0x0C) | bit(rowsLeft <= 0, 0x60);
        } finally {
            lock.unlock();
        }
    }

    private static int bit(boolean holds, int bits) {
        return holds ? bits : 0;
    }
}
