package platform.fleet;

import java.util.Arrays;

/** Counts what happens second by second. */
final class Tally {
    private int[] requests = new int[1_024];
    private int[] hellos = new int[1_024];
    private int[] handshakes = new int[1_024];
    private int[] acceptances = new int[1_024];
    private int seconds;
    private double work;

    synchronized void request(double at) {
        requests = counted(requests, at);
    }

    synchronized void hello(double at) {
        hellos = counted(hellos, at);
    }

    synchronized void handshake(double at) {
        handshakes = counted(handshakes, at);
    }

    synchronized void accepted(double at) {
        acceptances = counted(acceptances, at);
    }

    /** What an answer cost, where a new submission costs 1. */
    synchronized void worked(double cost) {
        work += cost;
    }

    synchronized double work() {
        return work;
    }

    /** Requests, hellos among them. */
    synchronized int[] requests() {
        return Arrays.copyOf(requests, seconds);
    }

    synchronized int[] hellos() {
        return Arrays.copyOf(hellos, seconds);
    }

    synchronized int[] handshakes() {
        return Arrays.copyOf(handshakes, seconds);
    }

    synchronized int[] acceptances() {
        return Arrays.copyOf(acceptances, seconds);
    }

    static long sum(int[] counts) {
        return Arrays.stream(counts).asLongStream().sum();
    }

    /** The most in so many seconds on end, a second. */
    static double peak(int[] counts, int window) {
        long most = 0;
        for (int from = 0; from < counts.length; from += window) {
            most = Math.max(most, sum(Arrays.copyOfRange(counts, from, Math.min(counts.length, from + window))));
        }
        return (double) most / window;
    }

    private int[] counted(int[] counts, double at) {
        int second = (int) Math.max(0, at);
        seconds = Math.max(seconds, second + 1);
        int[] longer = second < counts.length ? counts : Arrays.copyOf(counts, 2 * second);
        longer[second]++;
        return longer;
    }
}
