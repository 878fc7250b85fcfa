package kiosk.sync.bench;

import java.nio.file.Path;

/** The queues that are measured beside ours. */
enum Which {
    DB_SCHEDULER {
        @Override
        Peer open(Path folder, Carrier carrier) throws Exception {
            return new DbScheduler(folder, carrier);
        }
    },
    TRANSACTION_OUTBOX {
        @Override
        Peer open(Path folder, Carrier carrier) throws Exception {
            return new TransactionOutboxOnH2(folder, carrier);
        }
    };

    /** An empty one in that folder. */
    abstract Peer open(Path folder, Carrier carrier) throws Exception;
}
