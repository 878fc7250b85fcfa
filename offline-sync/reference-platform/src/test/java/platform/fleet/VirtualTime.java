package platform.fleet;

import java.util.Arrays;

/** A clock that stands still until the next thing happens: a binary heap of what is to come, the earlier asked first among equals. */
final class VirtualTime {
    private static final double NANOS = 1e9;

    private Event[] heap = new Event[1 << 16];
    private int size;
    private long order;
    private double now;

    private record Event(double at, long order, Runnable what) {
        boolean isBefore(Event other) {
            return at < other.at || (at == other.at && order < other.order);
        }
    }

    /** Seconds since the line came back. */
    double now() {
        return now;
    }

    long nanos() {
        return (long) (now * NANOS);
    }

    void after(double seconds, Runnable what) {
        at(now + seconds, what);
    }

    void at(double second, Runnable what) {
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, 2 * size);
        }
        Event event = new Event(Math.max(now, second), order++, what);
        int hole = size++;
        while (hole > 0 && event.isBefore(heap[(hole - 1) / 2])) {
            heap[hole] = heap[(hole - 1) / 2];
            hole = (hole - 1) / 2;
        }
        heap[hole] = event;
    }

    /** Lets happen what happens, until nothing is left or it is this late. */
    void runUntil(double second) {
        while (size > 0 && heap[0].at() <= second) {
            Event next = take();
            now = next.at();
            next.what().run();
        }
    }

    private Event take() {
        Event first = heap[0];
        Event last = heap[--size];
        int hole = 0;
        int child = 1;
        while (child < size) {
            child += child + 1 < size && heap[child + 1].isBefore(heap[child]) ? 1 : 0;
            if (last.isBefore(heap[child])) {
                break;
            }
            heap[hole] = heap[child];
            hole = child;
            child = 2 * hole + 1;
        }
        heap[hole] = last;
        return first;
    }
}
