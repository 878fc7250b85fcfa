package kiosk.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kiosk.catalogue.Prefill;
import kiosk.device.DocumentScanner;
import kiosk.form.Provenance;
import kiosk.submission.PageFlaw;
import kiosk.visit.AwaitingCard;
import kiosk.visit.ChoosingItem;
import kiosk.visit.FillingForm;
import kiosk.visit.GatheringMaterials;
import kiosk.visit.Informing;
import kiosk.visit.Reviewing;
import kiosk.visit.Signing;
import kiosk.visit.VisitEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whole matters, filled by touch on the window. */
@Timeout(150)
class ApplicationWalkTest {
    private static final String CARE = "medical-insurance-cross-region-care";

    private Walk walk;

    @BeforeEach
    void openTheWindow() {
        walk = Walk.begins(Samples.workshop());
    }

    @AfterEach
    void closeTheWindow() {
        walk.ends();
    }

    private void picture(String name) {
        Studio.picture(walk.scene(), Path.of("target/gallery/walk", name + ".png"));
    }

    private Walk atHome() {
        return walk.happens(new VisitEvent.CardLaid(Samples.CITIZEN.evidence()))
                .at(new ChoosingItem(Samples.CITIZEN, List.of(), Optional.empty()));
    }

    @Test
    void anApplicationIsFilledScannedSignedAndConfirmedByTouchAlone() {
        walk.press("main-action");
        assertThat(walk.visit()).isInstanceOf(AwaitingCard.class);
        atHome().press("tile-" + CARE);
        assertThat(walk.visit()).isInstanceOf(Informing.class);
        walk.press("main-action");
        assertThat(walk.visit()).isInstanceOf(FillingForm.class);
        walk.happens(new VisitEvent.PrefillFound(
                "medical-insurance.cross-region-care", new EnumMap<>(Map.of(Prefill.PLATFORM_PHONE, "13800000000"))));
        fill();
        assertThat(walk.visit()).isInstanceOf(GatheringMaterials.class);
        scan();
        walk.press("main-action");
        assertThat(walk.visit()).isInstanceOf(Signing.class);
        walk.press("main-action");
        picture("sign-missing");
        assertThat(walk.visit()).isInstanceOf(Signing.class);
        walk.draw("signature").press("main-action");
        assertThat(walk.visit()).isInstanceOf(Reviewing.class);
        picture("review");
        Reviewing reviewing = (Reviewing) walk.visit();
        assertThat(reviewing.matter().form().value("destination")).hasSize(6);
        assertThat(reviewing.matter().form().entry("phone").orElseThrow().source())
                .isEqualTo(Provenance.PLATFORM);
        assertThat(reviewing.matter().signature()).isPresent();
        walk.press("main-action");
        assertThat(walk.visit()).isNotInstanceOf(Reviewing.class);
    }

    private void fill() {
        walk.press("main-action", "main-action");
        picture("form-choice-missing");
        assertThat(walk.sees("notice-must")).isTrue();
        walk.press("option-posted", "main-action");
        picture("form-place");
        var province = Samples.CATALOGUE.regions().stream()
                .filter(it -> !it.parts().isEmpty())
                .findFirst()
                .orElseThrow();
        walk.press(
                "place-" + province.code(), "place-" + province.parts().get(0).code(), "main-action");
        picture("form-day");
        walk.press("day-23");
        picture("form-day-chosen");
        walk.press("main-action");
    }

    private void scan() {
        walk.press("scan");
        walk.happens(new VisitEvent.ScanMoved(0.5));
        picture("scanning");
        String material = ((GatheringMaterials) walk.visit()).scanning().orElseThrow();
        walk.happens(new VisitEvent.PageIn(material, new DocumentScanner.Scanned(Samples.page())));
        walk.press("retake-1");
        assertThat(((GatheringMaterials) walk.visit()).scanning()).isPresent();
        walk.happens(new VisitEvent.PageIn(material, new DocumentScanner.NoPaper()));
        assertThat(walk.sees("notice-must")).isTrue();
        walk.press("scan");
        walk.happens(new VisitEvent.ScanMoved(1));
        picture("scan-checking");
        walk.happens(
                new VisitEvent.PageIn(material, new DocumentScanner.Scanned(Samples.blank()), Set.of(PageFlaw.BLANK)));
        assertThat(walk.reads("title")).isEqualTo("这一页是空白的");
        assertThat(walk.sees("page-seen")).isTrue();
        assertThat(walk.sees("keep-page")).as("a blank page cannot be kept").isFalse();
        walk.press("main-action");
        assertThat(((GatheringMaterials) walk.visit()).scanning()).contains(material);
        walk.happens(
                new VisitEvent.PageIn(material, new DocumentScanner.Scanned(Samples.page()), Set.of(PageFlaw.BLURRED)));
        picture("page-blurred");
        walk.press("keep-page");
        picture("scanned");
    }

    @Test
    void goingBackInAFormLosesNothingThatWasFilled() {
        walk.at(new FillingForm(Samples.matter("medical-insurance.cross-region-care"), List.of()));
        walk.press("main-action", "option-resident", "main-action", "back");
        assertThat(((FillingForm) walk.visit()).matter().form().value("type")).isEqualTo("resident");
        picture("form-back");
        assertThat(walk.reads("title")).isEqualTo("您是哪种情况");
        walk.press("back", "change-phone");
        picture("form-phone");
        walk.press("key-erase", "key-1", "main-action");
        assertThat(((FillingForm) walk.visit()).matter().form().value("phone")).isEqualTo("13800000001");
        walk.press("back");
        assertThat(walk.visit()).isInstanceOf(Informing.class);
    }
}
