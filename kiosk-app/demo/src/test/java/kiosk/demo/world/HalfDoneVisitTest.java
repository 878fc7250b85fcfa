package kiosk.demo.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kiosk.catalogue.ServiceItem;
import kiosk.demo.rehearsal.LeakSearch;
import kiosk.demo.rehearsal.Ledger;
import kiosk.desktop.Assembly;
import kiosk.form.Provenance;
import kiosk.submission.Draft;
import kiosk.submission.Signature;
import kiosk.sync.draft.DraftLimits;
import kiosk.sync.draft.SealedDrafts;
import kiosk.sync.keys.FileKeys;
import kiosk.sync.keys.TerminalSecret;
import kiosk.visit.AwaitingCard;
import kiosk.visit.ChoosingItem;
import kiosk.visit.Collecting;
import kiosk.visit.FillingForm;
import kiosk.visit.Idle;
import kiosk.visit.Informing;
import kiosk.visit.Reviewing;
import kiosk.visit.Signing;
import kiosk.visit.Visit;
import kiosk.visit.VisitEvent;
import kiosk.visit.runner.Shown;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A visit that the power cuts short, over real wires, and gone on with from what lay on the disk at that moment. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class HalfDoneVisitTest {
    private static final String ITEM = "public-security.no-criminal-record";
    private static final String ZHANG = "110101199003078881";
    private static final String LI = "11010519491231002X";
    private static final String TYPED = "四七一一测试公司";

    @TempDir
    private Path folder;

    private World world;
    private WorldClient client;
    private int images;

    @BeforeEach
    void stand() {
        world = new World(folder.resolve("world"));
        client = new WorldClient(world.control());
    }

    @AfterEach
    void end() {
        world.close();
    }

    /** A kiosk without a screen. */
    private final class Kiosk implements AutoCloseable {
        private final AtomicReference<Shown> last = new AtomicReference<>();
        private final Assembly assembly;

        private Kiosk(Path data) {
            Path settings = folder.resolve(data.getFileName() + ".yaml");
            DemoSettings.write(settings, data, world.addresses());
            assembly = Assembly.open(settings, last::set);
            assembly.start();
            until(
                    Visit.class,
                    any -> last.get().surroundings().usable().size() == 6
                            && last.get().surroundings().reachable().size() == 4);
        }

        private <V extends Visit> V until(Class<V> step, Predicate<V> as) {
            assertThat(comes(() -> last.get() != null
                            && step.isInstance(last.get().visit())
                            && as.test(step.cast(last.get().visit()))))
                    .as("waited for %s, saw %s", step.getSimpleName(), last.get())
                    .isTrue();
            return step.cast(last.get().visit());
        }

        private <V extends Visit> V touch(VisitEvent event, Class<V> step, Predicate<V> as) {
            assembly.runner().touch(last.get(), event);
            return until(step, as);
        }

        private ChoosingItem laysCard(String number) {
            touch(new VisitEvent.Touched(), AwaitingCard.class, any -> true);
            client.turn("lay-id-card", "number", number);
            return until(ChoosingItem.class, any -> true);
        }

        private void fills(String field, String value) {
            touch(
                    new VisitEvent.FieldFilled(field, value),
                    FillingForm.class,
                    it -> it.matter().form().value(field).equals(value));
        }

        @Override
        public void close() {
            assembly.close();
        }
    }

    private static boolean comes(BooleanSupplier holds) {
        CountDownLatch never = new CountDownLatch(1);
        try {
            for (int looks = 0; looks < 800 && !holds.getAsBoolean(); looks++) {
                assertThat(never.await(25, TimeUnit.MILLISECONDS)).isFalse();
            }
            return holds.getAsBoolean();
        } catch (InterruptedException impatient) {
            throw new IllegalStateException(impatient);
        }
    }

    private static List<Path> drafts(Path data) {
        try (Stream<Path> files = Files.list(data.resolve("drafts"))) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What lies on the disk now, as a power cut would leave it. */
    private Path imageOf(Path data) {
        images++;
        Path image = folder.resolve("image-" + images);
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.toList()) {
                Path there = image.resolve(data.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(there);
                } else if (Files.isRegularFile(file)) {
                    copy(file, there);
                }
            }
            return image;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that is given its name at this moment is found by the next image. */
    private static void copy(Path file, Path there) throws IOException {
        try {
            Files.copy(file, there);
        } catch (NoSuchFileException renamed) {
            assertThat(there).doesNotExist();
        }
    }

    private static boolean isIn(Path image, Draft draft) {
        TerminalSecret secret =
                TerminalSecret.in(image.resolve("keys").resolve("draft.secret"), new FileKeys(image.resolve("keys")));
        try (SealedDrafts drafts = SealedDrafts.open(
                image.resolve("drafts"),
                secret,
                DraftLimits.usual(Duration.ofHours(1)),
                (what, figures) -> {},
                Clock.systemUTC())) {
            return drafts.find(draft.card()).equals(Optional.of(draft));
        }
    }

    @Test
    void aFormThatThePowerCutShortIsGoneOnWithByItsCardAloneAndArrivesOnce() throws Exception {
        Path before = folder.resolve("kiosk");
        try (Kiosk kiosk = new Kiosk(before)) {
            kiosk.laysCard(ZHANG);
            fillsTheFirstHalf(kiosk);
            kiosk.fills("useUnit", TYPED);
            Draft filled = kiosk.last.get().visit().draft().orElseThrow();
            assertThat(comes(() -> isIn(imageOf(before), filled))).isTrue();
            client.turn("take-id-card");
        }
        Path after = folder.resolve("image-" + images);
        assertThat(new LeakSearch(List.of("张测试", ZHANG, TYPED)).below(after)).isEmpty();
        try (Kiosk kiosk = new Kiosk(after)) {
            assertThat(kiosk.laysCard(LI).unfinished()).isEmpty();
            kiosk.touch(new VisitEvent.Quit(), Visit.class, any -> true);
            client.turn("take-id-card");
            kiosk.until(Idle.class, any -> true);
            goesOn(kiosk);
            assertThat(drafts(after)).isEmpty();
        }
        assertThat(Ledger.of(client).entries())
                .filteredOn(it -> it.item().equals(ITEM))
                .hasSize(1);
    }

    private void fillsTheFirstHalf(Kiosk kiosk) {
        String phone = "phone";
        kiosk.touch(new VisitEvent.ItemChosen(item(kiosk)), Informing.class, any -> true);
        kiosk.touch(
                new VisitEvent.Agreed(),
                FillingForm.class,
                it -> it.matter().form().entry(phone).isPresent());
        kiosk.fills("applyAt", "household");
        kiosk.fills("purpose", "employment");
    }

    private static ServiceItem item(Kiosk kiosk) {
        return kiosk.assembly.catalogue().item(ITEM).orElseThrow();
    }

    private void goesOn(Kiosk kiosk) {
        kiosk.laysCard(ZHANG);
        kiosk.until(ChoosingItem.class, it -> it.unfinished().isPresent());
        FillingForm form = kiosk.touch(new VisitEvent.DraftWanted(ITEM), FillingForm.class, any -> true);
        assertThat(form.reached()).contains("useUnit");
        assertThat(form.matter().form().value("useUnit")).isEqualTo(TYPED);
        assertThat(form.matter().form().entry("name").orElseThrow().source()).isEqualTo(Provenance.CARD);
        kiosk.fills("period", "2020-01/2025-12");
        kiosk.fills("delivery", "counter");
        kiosk.touch(new VisitEvent.FormDone(), Signing.class, any -> true);
        kiosk.touch(new VisitEvent.Signed(new Signature(new byte[] {1})), Reviewing.class, any -> true);
        kiosk.touch(
                new VisitEvent.Confirmed(),
                Collecting.class,
                it -> it.paper() instanceof Collecting.Out
                        && it.handed().receipt().isPresent());
    }
}
