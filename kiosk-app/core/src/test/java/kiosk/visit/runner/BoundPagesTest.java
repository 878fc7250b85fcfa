package kiosk.visit.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import kiosk.catalogue.Department;
import kiosk.catalogue.Material;
import kiosk.catalogue.ServiceItem;
import kiosk.catalogue.ServiceItem.Kind;
import kiosk.catalogue.ServiceItem.OfflineRule;
import kiosk.device.DocumentScanner.Resolution;
import kiosk.device.ScannedPage;
import kiosk.submission.Consent;
import kiosk.submission.Matter;
import kiosk.submission.Submission;
import kiosk.submission.SubmissionId;
import kiosk.submission.SuppliedMaterial;
import kiosk.twin.ItemDraft;
import kiosk.twin.People;
import kiosk.twin.TurnedClock;
import kiosk.visit.Effect;
import org.junit.jupiter.api.Test;

class BoundPagesTest {
    private static final Material PAPER = new Material(
            "paper",
            ItemDraft.text("x"),
            ItemDraft.text("x"),
            Optional.empty(),
            true,
            9,
            Optional.empty(),
            Resolution.DPI_300,
            Material.Binding.ONE_PDF);

    private final Counterpart world = new Counterpart();
    private final SubmissionId id = SubmissionId.create(world.clock);

    @Test
    void pagesOfAMaterialThatIsHandedInAsOnePdfAreBoundBeforeTheyAreQueued() throws InterruptedException {
        ServiceItem item = ItemDraft.of("tax.any", Department.TAX, Kind.APPLICATION, OfflineRule.QUEUE)
                .with(PAPER)
                .needsPaper("other", Optional.empty(), Optional.empty())
                .item();
        ScannedPage page = new ScannedPage(new byte[1], 1, 1, 300);
        Submission handed = Matter.begun(id, People.zhang(), new Consent("1", TurnedClock.MORNING), item)
                .withPage("paper", 0, page)
                .withPage("paper", 1, page)
                .withPage("other", 0, page)
                .handedIn(TurnedClock.MORNING);
        world.performer().perform(new Effect.Queue(handed), event -> {});
        List<SuppliedMaterial> queued = world.outbox.delivered().get(0).materials();
        assertThat(queued.get(0))
                .isInstanceOfSatisfying(
                        SuppliedMaterial.Bound.class,
                        it -> assertThat(it.pdf()).containsExactly('%', 'P', 'D', 'F', 2));
        assertThat(queued.get(1)).isEqualTo(new SuppliedMaterial.Scans("other", List.of(page)));
    }

    @Test
    void aPdfHoldsNoMoreThanThePlatformTakesAsOnePage() {
        Matter matter = Matter.begun(
                        id,
                        People.zhang(),
                        new Consent("1", TurnedClock.MORNING),
                        ItemDraft.of("tax.any", Department.TAX, Kind.APPLICATION, OfflineRule.QUEUE)
                                .with(PAPER)
                                .item())
                .withPage("paper", 0, new ScannedPage(new byte[Submission.MOST_BOUND_BYTES - 5], 1, 1, 200));
        assertThat(matter.hasRoomFor("paper", new ScannedPage(new byte[5], 1, 1, 200)))
                .isTrue();
        assertThat(matter.hasRoomFor("paper", new ScannedPage(new byte[6], 1, 1, 200)))
                .isFalse();
    }
}
