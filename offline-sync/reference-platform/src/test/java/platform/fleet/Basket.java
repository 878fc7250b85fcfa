package platform.fleet;

import java.util.Arrays;

/** What one terminal of the model has to send. */
final class Basket {
    private enum State {
        WAITING,
        UNDER_WAY,
        DONE
    }

    private final State[] states;
    private int left;
    private int underWay;

    Basket(int submissions) {
        states = new State[submissions];
        Arrays.fill(states, State.WAITING);
        left = submissions;
    }

    int size() {
        return states.length;
    }

    int left() {
        return left;
    }

    int underWay() {
        return underWay;
    }

    boolean hasWaiting() {
        return left > underWay;
    }

    int takeNext() {
        int next = 0;
        while (states[next] != State.WAITING) {
            next++;
        }
        states[next] = State.UNDER_WAY;
        underWay++;
        return next;
    }

    void done(int submission) {
        states[submission] = State.DONE;
        underWay--;
        left--;
    }

    void putBack(int submission) {
        states[submission] = State.WAITING;
        underWay--;
    }

    /** The line broke: what was under way may have arrived or not. */
    void putAllBack() {
        for (int i = 0; i < states.length; i++) {
            states[i] = states[i] == State.UNDER_WAY ? State.WAITING : states[i];
        }
        underWay = 0;
    }
}
