package platform.issue;

/** Fen written as yuan. */
final class Yuan {
    private Yuan() {}

    static String of(long fen) {
        return String.format("%d.%02d", fen / 100, fen % 100);
    }
}
