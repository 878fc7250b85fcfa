package kiosk.sync.store;

/** The quiet moment of a store, brought about. */
public final class QuietNow {
    private QuietNow() {}

    /** Empties the log as the store does in a quiet moment. */
    public static void in(Store store) {
        store.database().run(StoreFile::emptyLog, () -> {});
    }
}
