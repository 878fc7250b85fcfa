package kiosk.demo.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kiosk.catalogue.Field;
import kiosk.demo.rehearsal.Ledger;
import kiosk.platform.CaseStatus;
import kiosk.platform.CaseStatus.State;
import kiosk.platform.SlipProofs.Forged;
import kiosk.platform.SlipProofs.Genuine;
import kiosk.submission.Backlog;
import kiosk.submission.Signature;
import kiosk.sync.audit.QueueView;
import kiosk.visit.CheckingSlip;
import kiosk.visit.Collecting;
import kiosk.visit.FillingForm;
import kiosk.visit.FollowingCases;
import kiosk.visit.Idle;
import kiosk.visit.Informing;
import kiosk.visit.Reviewing;
import kiosk.visit.Signing;
import kiosk.visit.VisitEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a citizen handed in at one terminal is checked, followed and put right at another. */
@Tag("soak")
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class TwoTerminalsTest {
    private static final String ITEM = "public-security.no-criminal-record";
    private static final String ZHANG = "110101199003078881";

    @TempDir
    private Path folder;

    private static final String TYPED = "四七一一测试公司";
    private static final String PHONE = "13900000000";

    private World world;
    private WorldClient client;
    private final Canary canary = new Canary(ZHANG, TYPED, PHONE);

    @BeforeEach
    void stand() {
        world = new World(folder.resolve("world"));
        client = new WorldClient(world.control());
    }

    @AfterEach
    void end() {
        world.close();
    }

    private static Collecting handsIn(BlindKiosk kiosk) {
        kiosk.touch(new VisitEvent.FormDone(), Signing.class);
        kiosk.touch(new VisitEvent.Signed(new Signature(new byte[] {1})), Reviewing.class);
        return kiosk.touch(new VisitEvent.Confirmed(), Collecting.class, it -> it.paper() instanceof Collecting.Out);
    }

    private Collecting appliesOffline(BlindKiosk kiosk) {
        kiosk.laysCard(ZHANG);
        kiosk.touch(
                new VisitEvent.ItemChosen(
                        kiosk.assembly().catalogue().item(ITEM).orElseThrow()),
                Informing.class);
        kiosk.touch(
                new VisitEvent.Agreed(),
                FillingForm.class,
                it -> it.matter().form().entry("phone").isPresent());
        kiosk.fills("applyAt", "household");
        kiosk.fills("purpose", "employment");
        kiosk.fills("useUnit", TYPED);
        kiosk.fills("period", "2020-01/2025-12");
        kiosk.fills("delivery", "counter");
        client.turn("cut-line");
        assertThat(BlindKiosk.comes(() -> !kiosk.online())).isTrue();
        Path data = folder.resolve("DEMO");
        assertThat(BlindKiosk.comes(() -> !isEmpty(data.resolve("drafts")))).isTrue();
        canary.isNowhereIn(data);
        return handsIn(kiosk);
    }

    private List<Ledger.Entry> under(String number) {
        return Ledger.of(client).entries().stream()
                .filter(it -> it.number().equals(number))
                .toList();
    }

    @Test
    void aSlipIsProvedAtAnotherTerminalAndAReturnedCasePutRightThereAndNoDiskTellsOfIt() throws IOException {
        String number;
        String code;
        try (BlindKiosk first = new BlindKiosk(world, client, "DEMO", folder)) {
            Collecting out = appliesOffline(first);
            number = out.handed().number().text();
            code = client.ask("receipt-code");
            assertThat(code).startsWith("OKQ1:");
            client.turn("take-id-card");
            waitsHere(first, number);
            carriesAway();
            client.turn("mend-line");
            assertThat(BlindKiosk.comes(() -> under(number).size() == 1)).isTrue();
        }
        try (BlindKiosk second = new BlindKiosk(world, client, "DEMO2", folder)) {
            provesOffline(second, number, code);
            mends(second, number);
            canary.isNowhereIn(folder.resolve("DEMO2"));
        }
        canary.isNowhereIn(folder.resolve("DEMO"), folder.resolve("DEMO2"));
        canary.isFoundWhereItIs(Files.createDirectory(folder.resolve("planted")));
    }

    private static boolean isEmpty(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What waits goes to a stick, too. */
    private void carriesAway() throws IOException {
        Path stick = Files.createDirectory(folder.resolve("stick"));
        QueueView queue = new QueueView(folder.resolve("DEMO"));
        assertThat(queue.export(stick.resolve("DEMO.okx"))).isInstanceOf(Backlog.Written.class);
        canary.isNowhereIn(folder.resolve("DEMO"), stick);
    }

    /** The citizen lays the card again at once, and sees that it waits. */
    private void waitsHere(BlindKiosk kiosk, String number) {
        kiosk.takesCardAndGoes();
        kiosk.laysCard(ZHANG);
        FollowingCases shown = kiosk.touch(
                new VisitEvent.CasesWanted(),
                FollowingCases.class,
                it -> it.cases().isPresent());
        assertThat(shown.cases().orElseThrow().told()).isEmpty();
        assertThat(shown.cases().orElseThrow().here())
                .extracting(it -> it.number().orElseThrow().text())
                .containsExactly(number);
        kiosk.takesCardAndGoes();
    }

    private void provesOffline(BlindKiosk kiosk, String number, String code) {
        client.turn("cut-line");
        assertThat(BlindKiosk.comes(() -> !kiosk.online())).isTrue();
        client.turn("show-code", "code", code);
        CheckingSlip genuine =
                kiosk.until(CheckingSlip.class, it -> it.finding().isPresent());
        assertThat(genuine.finding().orElseThrow()).isInstanceOfSatisfying(Genuine.class, it -> {
            assertThat(it.number()).isEqualTo(number);
            assertThat(it.terminal()).isEqualTo("DEMO");
            assertThat(it.item()).isEqualTo(ITEM);
        });
        kiosk.touch(
                new VisitEvent.SlipCheckWanted(),
                CheckingSlip.class,
                it -> it.finding().isEmpty());
        String changed = code.substring(0, 60) + (code.charAt(60) == '7' ? '8' : '7') + code.substring(61);
        CheckingSlip forged =
                kiosk.shows(changed, CheckingSlip.class, it -> it.finding().isPresent());
        assertThat(forged.finding().orElseThrow()).isInstanceOf(Forged.class);
        kiosk.touch(new VisitEvent.Quit(), Idle.class);
        client.turn("mend-line");
        assertThat(BlindKiosk.comes(kiosk::online)).isTrue();
    }

    private void mends(BlindKiosk kiosk, String number) {
        Ledger.Entry first = under(number).get(0);
        client.turn("send-back", "id", first.id());
        kiosk.laysCard(ZHANG);
        CaseStatus returned = onlyCase(kiosk);
        assertThat(returned.state()).isEqualTo(State.RETURNED);
        Informing informing = kiosk.touch(new VisitEvent.CaseChosen(returned.id()), Informing.class);
        assertThat(informing.item().fields()).extracting(Field::name).containsExactly("phone");
        kiosk.touch(new VisitEvent.Agreed(), FillingForm.class);
        kiosk.fills("phone", PHONE);
        Collecting out = handsIn(kiosk);
        assertThat(out.handed().number().text()).isEqualTo(number);
        assertThat(out.handed().receipt().orElseThrow().caseNumber()).isEqualTo(first.caseNumber());
        kiosk.takesCardAndGoes();
        assertThat(under(number)).extracting(Ledger.Entry::copies).containsExactly(1, 0);
        kiosk.laysCard(ZHANG);
        assertThat(onlyCase(kiosk).state()).isNotEqualTo(State.RETURNED);
    }

    private static CaseStatus onlyCase(BlindKiosk kiosk) {
        FollowingCases shown = kiosk.touch(
                new VisitEvent.CasesWanted(),
                FollowingCases.class,
                it -> it.cases().isPresent());
        List<CaseStatus> told = shown.cases().orElseThrow().told().orElseThrow();
        assertThat(told).hasSize(1);
        return told.get(0);
    }
}
