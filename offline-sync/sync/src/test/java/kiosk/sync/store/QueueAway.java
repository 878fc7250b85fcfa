package kiosk.sync.store;

/** A queue that is not there for a moment: whatever is to be read or changed in it fails. */
public final class QueueAway {
    private QueueAway() {}

    /** From now on everything fails. */
    public static void take(Store store) {
        store.database().run(connection -> Sql.update(connection, "ALTER TABLE entry RENAME TO away"));
    }

    /** All is well again. */
    public static void bringBack(Store store) {
        store.database().run(connection -> Sql.update(connection, "ALTER TABLE away RENAME TO entry"));
    }
}
