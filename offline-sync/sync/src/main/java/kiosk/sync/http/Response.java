package kiosk.sync.http;

import java.io.IOException;
import java.util.function.ToIntFunction;

/** A whole answer. */
public record Response(Head head, byte[] body) {
    /** How much of a body is read, by how the answer begins: so many bytes at most; fewer than none: none of it is believed. */
    public interface Bound extends ToIntFunction<Head> {}

    /** Thrown instead of a body that is not believed, is longer than its bound, or does not tell where it ends. */
    public static final class Refused extends IOException {
        private static final long serialVersionUID = 1;
    }

    @Override
    public String toString() {
        return "Response[" + head.status() + ", " + body.length + " bytes]";
    }
}
