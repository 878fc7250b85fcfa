package platform;

import org.junit.jupiter.api.Tag;
import platform.store.NeedsPostgres;
import platform.store.Postgres;

@Tag("soak")
@NeedsPostgres
class ExactlyOnceOnPostgresTest extends ExactlyOnceTest {
    private final String database = Postgres.emptySchema();

    @Override
    Plan plan() {
        return super.plan().sharing(database, folder);
    }
}
