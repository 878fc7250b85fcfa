package platform.queue;

/**
 * What one node can take; where there are several, each has its share, and they need not know of each other.
 *
 * @param perSecond requests a second
 * @param bytesPerSecond bytes of bodies a second
 * @param terminals how many terminals may say hello to this node after an outage
 */
public record Capacity(double perSecond, long bytesPerSecond, int terminals) {
    public Capacity {
        if (!(perSecond > 0) || bytesPerSecond <= 0 || terminals < 0) {
            throw new IllegalArgumentException("A platform without capacity takes nothing.");
        }
    }

    /** The same with another number of requests a second, and bytes in proportion. */
    public Capacity scaledTo(double other) {
        return new Capacity(other, Math.max(1, (long) (bytesPerSecond * (other / perSecond))), terminals);
    }

    /** The share of one of so many nodes behind one address. */
    public Capacity ofOneAmong(int nodes) {
        return new Capacity(perSecond / nodes, Math.max(1, bytesPerSecond / nodes), (terminals + nodes - 1) / nodes);
    }
}
