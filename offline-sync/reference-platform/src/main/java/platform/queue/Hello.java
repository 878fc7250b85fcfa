package platform.queue;

/** What a terminal that is back says is waiting; figures from outside, so a negative one counts as none. */
public record Hello(String terminal, long waiting, long bytes) {
    public Hello {
        waiting = Math.max(0, waiting);
        bytes = Math.max(0, bytes);
    }
}
