package kiosk.emulators.smartcard;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The slot of a reader with what lies in it: turned by verbs from one side, asked through the wire from the other. */
final class CardSlot {
    private static final byte[] NOTHING = {};

    private final Object lock = new Object();
    private @Nullable Chip chip;
    private boolean plugged = true;
    private boolean withoutPowerOn;
    private boolean silent;
    private int commandsBeforePull = -1;
    private boolean lastIsDone;
    private long commands;
    private Duration perCommand = Duration.ZERO;
    private Duration perByte = Duration.ofNanos(1_040_000);

    void put(@Nullable Chip card, boolean mute) {
        synchronized (lock) {
            chip = card;
            withoutPowerOn = mute;
            commandsBeforePull = -1;
            lock.notifyAll();
        }
    }

    void pullAfter(int commands) {
        synchronized (lock) {
            commandsBeforePull = commands;
            lastIsDone = false;
        }
    }

    void pullBeforeAnswer(int commands) {
        synchronized (lock) {
            commandsBeforePull = commands;
            lastIsDone = true;
        }
    }

    void plug(boolean inPlace) {
        synchronized (lock) {
            plugged = inPlace;
            lock.notifyAll();
        }
    }

    void silence(boolean chipStopsAnswering) {
        synchronized (lock) {
            silent = chipStopsAnswering;
            lock.notifyAll();
        }
    }

    void pace(Duration timePerByte) {
        synchronized (lock) {
            perByte = timePerByte;
        }
    }

    void think(Duration timePerCommand) {
        synchronized (lock) {
            perCommand = timePerCommand;
        }
    }

    ReaderState state() {
        synchronized (lock) {
            if (!plugged) {
                return ReaderState.UNPLUGGED;
            }
            return chip == null ? ReaderState.EMPTY : ReaderState.CARD;
        }
    }

    /** The state as soon as it is another than that one, or after that time. */
    ReaderState awaitOtherThan(ReaderState known, Duration patience) throws InterruptedException {
        synchronized (lock) {
            long end = System.nanoTime() + patience.toNanos();
            long rest = patience.toNanos();
            while (state() == known && rest > 0) {
                lock.wait(rest / 1_000_000, (int) (rest % 1_000_000));
                rest = end - System.nanoTime();
            }
            return state();
        }
    }

    void reset() {
        synchronized (lock) {
            if (chip != null) {
                chip.reset();
            }
        }
    }

    byte[] answerToReset() {
        synchronized (lock) {
            return chip == null || !plugged || withoutPowerOn ? NOTHING : EmulatedChip.answerToReset();
        }
    }

    long commands() {
        synchronized (lock) {
            return commands;
        }
    }

    byte[] transmit(byte[] command) throws InterruptedException {
        synchronized (lock) {
            commands++;
            Chip asked = chip;
            if (commandsBeforePull == 0) {
                if (lastIsDone && asked != null) {
                    asked.answer(command);
                }
                chip = null;
                commandsBeforePull = -1;
                lock.notifyAll();
            } else if (commandsBeforePull > 0) {
                commandsBeforePull--;
            }
            while (silent && stillIn(asked)) {
                lock.wait();
            }
            if (asked == null || !stillIn(asked)) {
                return NOTHING;
            }
            byte[] answer = asked.answer(command);
            return stillInAfter(perCommand.plus(perByte.multipliedBy(command.length + answer.length)), asked)
                    ? answer
                    : NOTHING;
        }
    }

    private boolean stillIn(@Nullable Chip asked) {
        return asked != null && asked == chip && plugged;
    }

    /** Lets the time pass that the bytes take on a card's single contact. */
    private boolean stillInAfter(Duration time, Chip asked) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        long rest = end - System.nanoTime();
        while (rest > 0 && stillIn(asked)) {
            lock.wait(rest / 1_000_000, (int) (rest % 1_000_000));
            rest = end - System.nanoTime();
        }
        return stillIn(asked);
    }
}
