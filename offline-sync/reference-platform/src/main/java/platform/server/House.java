package platform.server;

import java.nio.file.Path;
import java.time.Duration;
import platform.Misbehaviour;
import platform.issue.Issuer;
import platform.item.Items;
import platform.money.Orders;
import platform.people.Passes;
import platform.people.People;
import platform.seal.PlatformKey;
import platform.store.Database;
import platform.submission.Acceptance;
import platform.submission.Examination;
import platform.wire.PlatformClock;

/** Everything the desks work with, put together once. */
record House(
        PlatformClock clock,
        Misbehaviour misbehaviour,
        PlatformKey key,
        Database database,
        Items items,
        People people,
        Passes sessions,
        Passes codes,
        Orders orders,
        Examination examination,
        Acceptance acceptance,
        Issuer issuer) {
    private static final Duration SESSION = Duration.ofMinutes(15);
    private static final Duration CODE = Duration.ofMinutes(5);

    static House in(Path folder, PlatformClock clock, Misbehaviour misbehaviour) {
        PlatformKey key = PlatformKey.in(folder);
        Database database = Database.open(folder.resolve("platform.db"));
        Items items = Items.load();
        People people = People.load();
        Orders orders = new Orders(database, clock);
        Examination examination = new Examination(people, clock);
        return new House(
                clock,
                misbehaviour,
                key,
                database,
                items,
                people,
                new Passes(clock, SESSION),
                new Passes(clock, CODE),
                orders,
                examination,
                new Acceptance(database, new Acceptance.Parts(clock, key, items, orders, examination, misbehaviour)),
                new Issuer(database, people, items, clock));
    }
}
