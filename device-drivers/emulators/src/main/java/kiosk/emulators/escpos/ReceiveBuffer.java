package kiosk.emulators.escpos;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What has been received and not yet worked off: a ring of so many bytes; whoever fills it waits, whoever empties it waits. */
final class ReceiveBuffer {
    private final byte[] ring;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private int start;
    private int count;
    private int clearings;

    ReceiveBuffer(int size) {
        ring = new byte[size];
    }

    /** The buffer was cleared in the middle of a command. */
    static final class Cleared extends Exception {
        private static final long serialVersionUID = 1;
    }

    void put(byte value) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (count == ring.length) {
                changed.await();
            }
            ring[(start + count++) % ring.length] = value;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The next byte of the command that began when the buffer had been cleared so many times. */
    int take(int since) throws InterruptedException, Cleared {
        lock.lockInterruptibly();
        try {
            while (count == 0 && clearings == since) {
                changed.await();
            }
            if (clearings != since) {
                throw new Cleared();
            }
            byte value = ring[start];
            start = (start + 1) % ring.length;
            count--;
            changed.signalAll();
            return value & 0xFF;
        } finally {
            lock.unlock();
        }
    }

    int clearings() {
        lock.lock();
        try {
            return clearings;
        } finally {
            lock.unlock();
        }
    }

    void clear() {
        lock.lock();
        try {
            count = 0;
            clearings++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
