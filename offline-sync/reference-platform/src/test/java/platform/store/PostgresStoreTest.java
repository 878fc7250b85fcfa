package platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@NeedsPostgres
class PostgresStoreTest extends StoreContract {
    private final String url = Postgres.emptySchema();

    @Override
    IngestStore open() {
        return PostgresStore.open(url);
    }

    @Test
    void nodesThatStartAtTheSameMomentMakeTheTablesOnce() throws Exception {
        String empty = Postgres.emptySchema();
        ExecutorService threads = Executors.newFixedThreadPool(3);
        List<Future<IngestStore>> starting = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            starting.add(threads.submit(() -> PostgresStore.open(empty)));
        }
        for (Future<IngestStore> started : starting) {
            started.get().close();
        }
        threads.shutdown();
    }

    @Test
    void aConnectionTheServerEndsIsReplaced() {
        try (IngestStore store = open()) {
            assertThatThrownBy(() -> store.inTransaction(tx -> tx.all("SELECT pg_terminate_backend(pg_backend_pid())")))
                    .isInstanceOf(UncheckedIOException.class);
            long one = store.inTransaction(tx -> tx.next("a"));
            assertThat(one).isEqualTo(1);
        }
    }

    @Test
    void aServerThatIsNotThereIsSaidSo() {
        assertThatThrownBy(() -> PostgresStore.open("jdbc:postgresql://127.0.0.1:1/x?user=x"))
                .isInstanceOf(UncheckedIOException.class);
    }
}
