package platform.store;

import java.sql.SQLException;

/** What the two databases say differently. */
interface Dialect {
    /** What is appended to a query whose rows nobody else may change before the transaction ends. */
    String forUpdate();

    /** A number of that sequence that was never given before; numbers may be left out. */
    long next(Transaction transaction, String sequence) throws SQLException;
}
