package platform.server;

import platform.Misbehaviour;
import platform.Plan;
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
        IngestStore store = store(plan);
        People people = People.load();
        Acceptance.Parts parts = new Parts(plan, clock, store).with(people, misbehaviour);
        return new House(
                clock,
                misbehaviour,
                parts.keys(),
                store,
                parts.terminals(),
                new Enrolments(store, parts.terminals(), plan.takesAnyToken()),
                new Certificates(plan.keys(), store, clock),
                parts.uploads(),
                new Arrivals(),
                new Slots(plan.capacity(), System::nanoTime),
                parts.items(),
                people,
                new Passes(store, people, clock, Passes.Kind.SESSION),
                new Passes(store, people, clock, Passes.Kind.CODE),
                parts.orders(),
                parts.examination(),
                new Acceptance(store, parts),
                new Issuer(store, people, parts.items(), clock));
    }

    /** What acceptance asks is made of. */
    private record Parts(Plan plan, PlatformClock clock, IngestStore store) {
        Acceptance.Parts with(People people, Misbehaviour misbehaviour) {
            return new Acceptance.Parts(
                    clock,
                    PlatformKeys.in(plan.keys()),
                    new Terminals(store, clock),
                    new Uploads(store, clock),
                    Items.load(),
                    new Orders(store, clock),
                    new Examination(people, clock),
                    misbehaviour);
        }
    }

    private static IngestStore store(Plan plan) {
        return plan.database()
                .<IngestStore>map(PostgresStore::open)
                .orElseGet(() -> SqliteStore.open(plan.folder().resolve("platform.db")));
    }
}
