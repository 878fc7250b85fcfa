package kiosk.sync.bench;

import com.gruelbox.transactionoutbox.DefaultPersistor;
import com.gruelbox.transactionoutbox.Dialect;
import com.gruelbox.transactionoutbox.Instantiator;
import com.gruelbox.transactionoutbox.Submitter;
import com.gruelbox.transactionoutbox.TransactionManager;
import com.gruelbox.transactionoutbox.TransactionOutbox;
import com.gruelbox.transactionoutbox.TransactionOutboxEntry;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import kiosk.submission.SubmissionId;
import kiosk.sync.seal.Sealed;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * transaction-outbox on H2. H2 does not sync at a commit, whatever {@code WRITE_DELAY} says: each commit is followed by {@code CHECKPOINT
 * SYNC}, which does. The payload is an argument in Base64, since its own writing of bytes is four times as long.
 */
final class TransactionOutboxOnH2 implements Peer {
    private static final String TABLE = "CREATE TABLE TXNO_OUTBOX (id VARCHAR(36) PRIMARY KEY, invocation TEXT,"
            + " lastAttemptTime TIMESTAMP(6), nextAttemptTime TIMESTAMP(6), attempts INT, blocked BOOLEAN, version INT,"
            + " uniqueRequestId VARCHAR(250) UNIQUE, processed BOOLEAN)";
    private static final String INDEX =
            "CREATE INDEX IX_TXNO_OUTBOX_1 ON TXNO_OUTBOX (processed, blocked, nextAttemptTime)";

    /** What is scheduled must lie in the future; the shortest that surely does. */
    private static final Duration FIRST_ATTEMPT = Duration.ofSeconds(1);

    private final JdbcConnectionPool pool;
    private final TransactionManager transactions;
    private final TransactionOutbox outbox;
    private final ExecutorService inFlight = Executors.newFixedThreadPool(Line.IN_FLIGHT);
    private volatile boolean draining;

    /** What is called later. */
    static class Delivery {
        private final Carrier carrier;

        Delivery(Carrier carrier) {
            this.carrier = carrier;
        }

        void bring(String id, String sealed) {
            carrier.bring(id, Base64.getDecoder().decode(sealed));
        }
    }

    TransactionOutboxOnH2(Path folder, Carrier carrier) throws SQLException {
        pool = JdbcConnectionPool.create("jdbc:h2:" + folder.resolve("h2") + ";WRITE_DELAY=0", "sa", "");
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
            statement.execute(INDEX);
        }
        transactions = TransactionManager.fromDataSource(new SyncedAtCommit(pool).source());
        outbox = TransactionOutbox.builder()
                .transactionManager(transactions)
                .persistor(DefaultPersistor.builder()
                        .dialect(Dialect.H2)
                        .migrate(false)
                        .build())
                .instantiator(Instantiator.using(type -> new Delivery(carrier)))
                .submitter(new WhenDraining())
                .attemptFrequency(FIRST_ATTEMPT)
                .build();
    }

    @Override
    public void enqueue(SubmissionId id, Sealed.Put put) {
        String text = Base64.getEncoder().encodeToString(put.body());
        transactions.inTransaction(() -> outbox.schedule(Delivery.class).bring(id.toString(), text));
    }

    @Override
    public void ready() throws InterruptedException {
        if (new CountDownLatch(1).await(FIRST_ATTEMPT.plusMillis(1).toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("nobody counts down");
        }
    }

    @Override
    public void drain() {
        draining = true;
        outbox.flush();
    }

    @Override
    public int left() throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return Peer.rows(connection, "TXNO_OUTBOX");
        }
    }

    @Override
    public void close() {
        inFlight.shutdown();
        try {
            if (!inFlight.awaitTermination(1, TimeUnit.MINUTES)) {
                throw new IllegalStateException("it does not come to an end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        pool.dispose();
    }

    /** While the line is down nothing is tried. */
    private final class WhenDraining implements Submitter {
        @Override
        public void submit(TransactionOutboxEntry entry, Consumer<TransactionOutboxEntry> local) {
            if (draining) {
                inFlight.execute(() -> local.accept(entry));
            }
        }
    }
}
