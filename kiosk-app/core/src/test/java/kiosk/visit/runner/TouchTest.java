package kiosk.visit.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiosk.device.DocumentScanner;
import kiosk.device.ScannedPage;
import kiosk.twin.Items;
import kiosk.visit.AwaitingCard;
import kiosk.visit.Browsing;
import kiosk.visit.Effect;
import kiosk.visit.FillingForm;
import kiosk.visit.GatheringMaterials;
import kiosk.visit.Idle;
import kiosk.visit.Informing;
import kiosk.visit.VisitEvent;
import kiosk.visit.runner.Puppet.Call;
import org.junit.jupiter.api.Test;

class TouchTest extends AtATerminal {
    @Test
    void aTouchOnAScreenThatIsGoneIsDropped() throws InterruptedException {
        Shown idle = bench.audience.last();
        Shown asked = bench.touch(new VisitEvent.Touched(), AwaitingCard.class);
        bench.runner.touch(idle, new VisitEvent.MaintenanceAsked());
        bench.touch(new VisitEvent.GuidesWanted(), Browsing.class);
        bench.runner.touch(asked, new VisitEvent.Quit());
        bench.settle();
        assertThat(bench.audience.last().visit()).isInstanceOf(Browsing.class);
    }

    @Test
    void aTouchOnTheLastCitizensScreenIsDropped() throws InterruptedException {
        Shown old = bench.touch(new VisitEvent.Touched(), AwaitingCard.class);
        bench.touch(new VisitEvent.Quit(), Idle.class);
        bench.touch(new VisitEvent.Touched(), AwaitingCard.class);
        bench.runner.touch(old, new VisitEvent.Quit());
        bench.runner.stillHere(old);
        bench.settle();
        assertThat(bench.audience.last().visit()).isInstanceOf(AwaitingCard.class);
    }

    @Test
    void aDoubleTouchIsOneTouch() throws InterruptedException {
        bench.touch(new VisitEvent.Touched(), AwaitingCard.class);
        bench.touch(new VisitEvent.GuidesWanted(), Browsing.class);
        Shown reading = bench.touch(
                new VisitEvent.GuideOpened(Optional.of(Items.CARE)),
                Browsing.class,
                it -> it.reading().isPresent());
        bench.runner.touch(reading, new VisitEvent.Back());
        bench.runner.touch(reading, new VisitEvent.Back());
        bench.settle();
        assertThat(bench.audience.last().visit()).isEqualTo(new Browsing(Optional.empty()));
    }

    @Test
    void aSecondTouchOnTheSamePageNeverDropsTheNextPage() throws InterruptedException {
        bench.zhangComesIn();
        bench.touch(new VisitEvent.ItemChosen(Items.CARE), Informing.class);
        bench.touch(new VisitEvent.Agreed(), FillingForm.class);
        for (Map.Entry<String, String> entry : Map.of("phone", "13800000000", "type", "referral", "until", "2026-12-01")
                .entrySet()) {
            bench.touch(new VisitEvent.FieldFilled(entry.getKey(), entry.getValue()));
        }
        bench.touch(new VisitEvent.FormDone(), GatheringMaterials.class);
        for (int page = 1; page <= 2; page++) {
            int pages = page;
            bench.touch(new VisitEvent.ScanAsked("referral"));
            bench.puppet.next(Effect.Scan.class).answers(pageIn(page));
            bench.audience.sees(
                    GatheringMaterials.class,
                    it -> it.matter().pagesOf("referral").size() == pages);
        }
        Shown two = bench.audience.last();
        bench.runner.touch(two, new VisitEvent.PageDropped("referral", 0));
        bench.runner.touch(two, new VisitEvent.PageDropped("referral", 0));
        bench.runner.touch(two, new VisitEvent.MaterialDropped("referral"));
        bench.settle();
        assertThat(((GatheringMaterials) bench.audience.last().visit()).matter().pagesOf("referral"))
                .extracting(ScannedPage::width)
                .containsExactly(2);
    }

    private static VisitEvent pageIn(int width) {
        return new VisitEvent.PageIn(
                "referral", new DocumentScanner.Scanned(new ScannedPage(new byte[1], width, 1, 200)));
    }

    @Test
    void progressIsShownAndTheScanGoesOn() throws InterruptedException {
        aSecondTouchOnTheSamePageNeverDropsTheNextPage();
        bench.touch(new VisitEvent.ScanAsked("referral"));
        Call scan = bench.puppet.next(Effect.Scan.class);
        scan.says(new VisitEvent.ScanMoved(0.5));
        bench.audience.sees(GatheringMaterials.class, it -> it.progress() == 0.5);
        bench.touch(new VisitEvent.ScanStopped());
        assertThat(scan.wasInterrupted()).isTrue();
        bench.audience.sees(GatheringMaterials.class, it -> it.scanning().isEmpty());
    }

    @Test
    void typingFasterThanTheScreenIsDrawnLosesNothing() throws InterruptedException {
        bench.zhangComesIn();
        bench.touch(new VisitEvent.ItemChosen(Items.CARE), Informing.class);
        Shown form = bench.touch(new VisitEvent.Agreed(), FillingForm.class);
        for (String typed : List.of("1", "13", "138", "13", "139")) {
            bench.runner.touch(form, new VisitEvent.FieldFilled("phone", typed));
        }
        bench.audience.sees(
                FillingForm.class, it -> it.matter().form().value("phone").equals("139"));
    }
}
