package platform;

import platform.store.NeedsPostgres;
import platform.store.Postgres;

@NeedsPostgres
class UploadOnPostgresTest extends UploadTest {
    private final String database = Postgres.emptySchema();

    @Override
    Plan plan() {
        return super.plan().sharing(database, folder);
    }
}
