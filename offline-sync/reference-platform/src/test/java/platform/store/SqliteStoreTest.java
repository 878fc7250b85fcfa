package platform.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteStoreTest extends StoreContract {
    @TempDir
    Path folder;

    @Override
    IngestStore open() {
        return SqliteStore.open(folder.resolve("platform.db"));
    }
}
