package kiosk.sync.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import kiosk.sync.audit.JournalAudit;
import kiosk.sync.audit.StoreView;
import kiosk.sync.fault.Mutations;
import kiosk.sync.power.Traced.Wish;
import kiosk.sync.seal.Opener;
import kiosk.sync.store.Deliveries;
import kiosk.sync.store.Parcel;
import kiosk.sync.store.SqliteOutbox;
import kiosk.sync.store.Store;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The power goes at any moment: the wishes of a working process to the disk are written down, cut anywhere, and whatever a disk may
 * then hold is opened. What had been promised must be kept, on every one.
 */
class PowerLossTest {
    @TempDir
    private static Path built;

    private static Traced traced;

    @TempDir
    private Path folder;

    private Path work;
    private boolean damaged;

    @BeforeAll
    static void build() throws Exception {
        assumeThat(Files.isExecutable(Path.of("/usr/bin/gcc")))
                .as("apt-get install gcc libc6-dev")
                .isTrue();
        traced = Traced.builtIn(built);
    }

    @BeforeEach
    void prepare() throws IOException {
        work = Files.createTempDirectory(folder, "work");
        Files.writeString(folder.resolve("delivered.keys"), new Opener().announces());
    }

    @Test
    void whateverThePowerLeavesKeepsEveryPromise() throws Exception {
        assertThat(lost(trace(7, 60, Map.of()), 40)).isGreaterThan(20);
    }

    @Test
    void whateverThePowerLeavesOfAStoreThatIsMovedAsideAndTakenOverKeepsEveryPromise() throws Exception {
        damaged = true;
        List<Wish> wishes = trace(7, 25, Map.of(), "damaged");
        int from = 0;
        while (wishes.get(from).kind() != 'M' || !wishes.get(from).text().startsWith("spoilt")) {
            from++;
        }
        assertThat(lost(wishes, from, 20)).isGreaterThan(5);
    }

    @Test
    @Tag("soak")
    @Timeout(900)
    void everyPromiseIsKeptOnFifteenHundredDisks() throws Exception {
        for (int seed = 0; seed < 5; seed++) {
            prepare();
            lost(trace(seed, 150, Map.of()), 300);
        }
    }

    @Test
    void aDiskThatDoesNotSyncTheLogIsFoundOut() throws Exception {
        List<Wish> wishes = trace(7, 60, Map.of("TRACE_DEAF", "-wal"));
        assertThatThrownBy(() -> lost(wishes, 60)).isInstanceOf(AssertionError.class);
        Mutations.foundOut("LOG_NOT_SYNCED", "a promise that the power broke");
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 25})
    void aSyncThatFailsAndThePowerThatGoesBreakNoPromise(int sync) throws Exception {
        lost(trace(sync, 30, Map.of("TRACE_FAIL", String.valueOf(sync))), 12);
    }

    @Test
    @Tag("soak")
    @Timeout(900)
    void aDiskThatFailsAnySyncBreaksNoPromise() throws Exception {
        for (int sync = 1; sync <= 40; sync++) {
            prepare();
            lost(trace(sync, 30, Map.of("TRACE_FAIL", String.valueOf(sync))), 20);
        }
    }

    /** One that fails more often opens no store. */
    @Test
    @Tag("soak")
    @Timeout(900)
    void aDiskThatFailsAgainAndAgainBreaksNoPromise() throws Exception {
        for (int every = 7; every <= 17; every += 2) {
            prepare();
            assertThat(failing(every)).isGreaterThan(5);
        }
    }

    private int failing(int every) throws Exception {
        return lost(trace(every, 40, Map.of("TRACE_EVERY", String.valueOf(every))), 30);
    }

    private List<Wish> trace(long seed, int deeds, Map<String, String> also, String... more) throws Exception {
        int troubles = also.containsKey("TRACE_EVERY") ? deeds : 3;
        List<String> values =
                new ArrayList<>(List.of(String.valueOf(seed), String.valueOf(deeds), String.valueOf(troubles)));
        values.addAll(List.of(more));
        return traced.run(Working.class, work, also, values.toArray(String[]::new));
    }

    private int lost(List<Wish> wishes, int times) throws Exception {
        return lost(wishes, 0, times);
    }

    /** Cuts the power so often, evenly over the trace from there; the answer is how many promises were made in the end. */
    private int lost(List<Wish> wishes, int from, int times) throws Exception {
        Platter platter = new Platter(work);
        Promises promises = new Promises();
        Random random = new Random(times);
        int done = 0;
        for (int i = 0; i < wishes.size(); i++) {
            Wish wish = wishes.get(i);
            platter.apply(wish);
            if (wish.kind() == 'M') {
                wish.text().lines().forEach(promises::hear);
            }
            if ((long) (i + 1 - from) * times / (wishes.size() - from) > done) {
                done++;
                Path image = folder.resolve("image-" + done);
                platter.crash(random, image);
                look(image, promises, done);
            }
        }
        return promises.made();
    }

    private void look(Path image, Promises promises, int which) throws Exception {
        Files.createDirectories(image);
        try (Store store = Store.open(image, Working.LIMITS, Clock.systemUTC())) {
            if (!damaged) {
                assertThat(image.resolve("damaged-1"))
                        .as("image %d is damaged", which)
                        .doesNotExist();
            }
            SqliteOutbox outbox = Working.outbox(store, work);
            promises.areKeptBy(outbox, parcels(store));
            try (StoreView view = StoreView.of(image)) {
                assertThat(JournalAudit.ofTheEntries(view).wrong())
                        .as("the journal of image %d", which)
                        .isEmpty();
            }
        }
        delete(image);
    }

    private static Map<String, String> parcels(Store store) {
        Map<String, String> parcels = new HashMap<>();
        Deliveries deliveries = new Deliveries(store);
        Instant later = Instant.now().plus(Duration.ofDays(1));
        Optional<Parcel> parcel = deliveries.next(later, any -> later.plusSeconds(1));
        while (parcel.isPresent()) {
            parcels.put(parcel.get().id(), parcel.get().load().digest());
            parcel = deliveries.next(later, any -> later.plusSeconds(1));
        }
        return parcels;
    }

    private static void delete(Path image) throws IOException {
        try (var inside = Files.walk(image)) {
            for (Path each : inside.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
