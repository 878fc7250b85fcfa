package kiosk.drivers.truth;

import java.util.List;
import java.util.Random;

/** A printer with its driver, whose far end can be hurt while it prints, and looked into afterwards. */
interface PaperPeer extends AutoCloseable {
    /** A job that nothing happens to. */
    String UNHURT = "none";

    /** What the driver answered. */
    enum Said {
        PRINTED,
        NOT_PRINTED,
        UNCERTAIN
    }

    /** What the far end really put out of a document: so many begun, so many of them whole. */
    record Out(int begun, int whole) {}

    /** The hurts this far end knows. */
    List<String> hurts();

    /** Prints under a hurt that comes, and perhaps goes, at moments drawn from the seed; the far end is well again afterwards. */
    Said print(String document, String hurt, Random random) throws InterruptedException;

    /** What came out of a document. */
    Out out(String document);

    @Override
    void close();
}
