package platform.server;

import platform.Misbehaviour;
import platform.Plan;
import platform.certificate.Authority;
import platform.certificate.Certificates;
import platform.issue.Issuer;
import platform.item.Items;
import platform.money.Orders;
import platform.people.Passes;
import platform.people.People;
import platform.queue.Slots;
import platform.seal.PlatformKeys;
import platform.store.IngestStore;
import platform.store.PostgresStore;
import platform.store.SqliteStore;
import platform.submission.Acceptance;
import platform.submission.Examination;
import platform.terminal.Enrolments;
import platform.terminal.Terminals;
import platform.upload.Uploads;
import platform.wire.PlatformClock;

/** Everything the desks work with, put together once. */
record House(
        PlatformClock clock,
        Misbehaviour misbehaviour,
        PlatformKeys keys,
        IngestStore store,
        Terminals terminals,
        Enrolments enrolments,
        Authority authority,
        Certificates certificates,
        Uploads uploads,
        Arrivals arrivals,
        Slots slots,
        Items items,
        People people,
        Passes sessions,
        Passes codes,
        Orders orders,
        Examination examination,
        Acceptance acceptance,
        Issuer issuer) {
    static House in(Plan plan, PlatformClock clock, Misbehaviour misbehaviour) {
        PlatformKeys keys = PlatformKeys.in(plan.keys());
        IngestStore store = store(plan);
        Authority authority = Authority.in(plan.keys());
        Items items = Items.load();
        People people = People.load();
        Orders orders = new Orders(store, clock);
        Examination examination = new Examination(people, clock);
        Terminals terminals = new Terminals(store, clock);
        Uploads uploads = new Uploads(store, clock);
        return new House(
                clock,
                misbehaviour,
                keys,
                store,
                terminals,
                new Enrolments(store, terminals, plan.takesAnyToken()),
                authority,
                new Certificates(authority, store, clock),
                uploads,
                new Arrivals(),
                new Slots(plan.capacity(), System::nanoTime),
                items,
                people,
                new Passes(store, people, clock, Passes.Kind.SESSION),
                new Passes(store, people, clock, Passes.Kind.CODE),
                orders,
                examination,
                new Acceptance(
                        store,
                        new Acceptance.Parts(
                                clock, keys, terminals, uploads, items, orders, examination, misbehaviour)),
                new Issuer(store, people, items, clock));
    }

    private static IngestStore store(Plan plan) {
        return plan.database()
                .<IngestStore>map(PostgresStore::open)
                .orElseGet(() -> SqliteStore.open(plan.folder().resolve("platform.db")));
    }
}
