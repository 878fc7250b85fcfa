package platform.store;

import java.sql.SQLException;

/**
 * Where the platform keeps what came in: ledger, matters, parts, orders, money. SQLite where there is one node, PostgreSQL where there
 * are many; both take the same statements.
 */
public interface IngestStore extends AutoCloseable {
    /** What is done inside one transaction; an exception takes everything back. */
    @FunctionalInterface
    interface Work<T, X extends Exception> {
        T in(Transaction transaction) throws SQLException, X;
    }

    /** Either all of it is on the disk when this returns, or nothing is. */
    <T, X extends Exception> T inTransaction(Work<T, X> work) throws X;

    @Override
    void close();
}
