package platform;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** How the platform fails to behave, turned while it runs; thread-safe. */
public final class Misbehaviour {
    /** What an answer pretends to be. */
    public enum Disguise {
        NONE,
        /** Status, type and version are right, the body is not JSON. */
        NOT_JSON,
        /** 200 with a login page, as hotel networks do. */
        CAPTIVE_PORTAL,
        /** JSON that never ends. */
        ENDLESS
    }

    private final AtomicInteger cutAnswers = new AtomicInteger();
    private final AtomicInteger cutOrderAnswers = new AtomicInteger();
    private final AtomicInteger cutPieces = new AtomicInteger();
    private final Set<String> departmentsDown = ConcurrentHashMap.newKeySet();
    private volatile Duration slowness = Duration.ZERO;
    private volatile Disguise disguise = Disguise.NONE;
    private volatile boolean down;
    private volatile boolean hangingUp;
    private volatile boolean refusing;
    private volatile boolean deliveringTwice;

    /** Everything is as it should be again. */
    public void behave() {
        cutAnswers.set(0);
        cutOrderAnswers.set(0);
        cutPieces.set(0);
        departmentsDown.clear();
        slowness = Duration.ZERO;
        disguise = Disguise.NONE;
        down = false;
        hangingUp = false;
        refusing = false;
        deliveringTwice = false;
    }

    /** Every answer comes this much later. */
    public void slowBy(Duration delay) {
        slowness = delay;
    }

    /** Every answer is 503. */
    public void goDown() {
        down = true;
    }

    /** Every answer about this department's items is 503. */
    public void takeDown(String department) {
        departmentsDown.add(department);
    }

    /** Connections are closed before anything is read or done: the line is cut. */
    public void hangUp() {
        hangingUp = true;
    }

    /** Every new submission needs the citizen. */
    public void refuse() {
        refusing = true;
    }

    /** Every submission arrives twice, one right after the other. */
    public void deliverTwice() {
        deliveringTwice = true;
    }

    /** The next {@code count} submissions are accepted and their answers lost. */
    public void cutAnswers(int count) {
        cutAnswers.set(count);
    }

    /** The next {@code count} orders are opened, paid or cancelled and their answers lost. */
    public void cutOrderAnswers(int count) {
        cutOrderAnswers.set(count);
    }

    /** Of the next {@code count} pieces of a part half arrives, then the line is cut. */
    public void cutPieces(int count) {
        cutPieces.set(count);
    }

    public void disguiseAs(Disguise pretence) {
        disguise = pretence;
    }

    public Duration slowness() {
        return slowness;
    }

    public Disguise disguise() {
        return disguise;
    }

    public boolean isDown() {
        return down;
    }

    public boolean isDown(String department) {
        return down || departmentsDown.contains(department);
    }

    public boolean isHangingUp() {
        return hangingUp;
    }

    public boolean isRefusing() {
        return refusing;
    }

    public boolean isDeliveringTwice() {
        return deliveringTwice;
    }

    /** Takes one of the answers that are still to be lost. */
    public boolean losesThisAnswer() {
        return takesOne(cutAnswers);
    }

    /** Takes one of the answers about orders that are still to be lost. */
    public boolean losesThisOrderAnswer() {
        return takesOne(cutOrderAnswers);
    }

    /** Takes one of the pieces that are still to be cut. */
    public boolean cutsThisPiece() {
        return takesOne(cutPieces);
    }

    private static boolean takesOne(AtomicInteger left) {
        return left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
    }
}
