package platform;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import platform.store.NeedsPostgres;
import platform.store.Postgres;

/** The same, with the pieces going to one node and the other in turn. */
@NeedsPostgres
class UploadRaceOnTwoNodesTest extends UploadRaceTest {
    private final String database = Postgres.emptySchema();
    private ReferencePlatform other;

    @Override
    Plan plan() {
        return super.plan().sharing(database, folder);
    }

    @BeforeEach
    void startAnother() {
        other = ReferencePlatform.start(plan());
    }

    @AfterEach
    void stopTheOther() {
        other.close();
    }

    @Override
    Terminal node(int number) {
        return number % 2 == 0 ? terminal : terminal.at(other);
    }
}
