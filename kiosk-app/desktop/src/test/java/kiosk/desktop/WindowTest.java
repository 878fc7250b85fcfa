package kiosk.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.WindowEvent;
import kiosk.catalogue.Language;
import kiosk.desktop.frame.Look;
import kiosk.desktop.technician.Bench;
import kiosk.desktop.technician.door.Ocra;
import kiosk.desktop.technician.door.QuickPin;
import kiosk.desktop.technician.door.SecretFile;
import kiosk.visit.AwaitingCard;
import kiosk.visit.AwaitingTechnician;
import kiosk.visit.ChoosingItem;
import kiosk.visit.Identifying;
import kiosk.visit.Idle;
import kiosk.visit.Informing;
import kiosk.visit.RatingService;
import kiosk.visit.UnderMaintenance;
import kiosk.visit.VisitEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(150)
class WindowTest {
    private static final String CARE = "medical-insurance-cross-region-care";

    @TempDir
    Path folder;

    private Walk walk;

    @BeforeEach
    void openTheWindow() {
        walk = Walk.begins(Samples.workshop(folder));
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
    void touchesFasterThanScreensDoNothingTwice() {
        atHome().press("tile-" + CARE);
        walk.touches.clear();
        walk.until("the guide", () -> walk.sees("main-action") && !walk.sees("touch-shield"));
        var button = Studio.on(() -> (javafx.scene.control.Button) walk.scene().lookup("#main-action"));
        Studio.on(() -> {
            button.fire();
            button.fire();
            button.fire();
            return true;
        });
        assertThat(walk.touches).containsExactly(new VisitEvent.Agreed());
    }

    @Test
    void keysAndCloseRequestsDoNothing() {
        Studio.on(() -> {
            for (KeyCode key : List.of(KeyCode.ESCAPE, KeyCode.F4, KeyCode.F11)) {
                Event.fireEvent(
                        walk.scene().getRoot(),
                        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, true, false));
            }
            Event.fireEvent(walk.stage(), new WindowEvent(walk.stage(), WindowEvent.WINDOW_CLOSE_REQUEST));
            return true;
        });
        assertThat(walk.stage().isShowing()).isTrue();
        assertThat(Studio.on(() -> walk.stage().getWidth()))
                .isEqualTo(javafx.stage.Screen.getPrimary().getBounds().getWidth());
    }

    @Test
    void silenceIsWarnedOfAndATouchGivesMoreTime() {
        atHome();
        assertThat(walk.sees("warning")).isFalse();
        walk.later(Duration.ofSeconds(75));
        walk.until("the warning", () -> walk.sees("warning"));
        picture("warning");
        walk.press("more-time");
        walk.until("no warning", () -> !walk.sees("warning"));
        assertThat(walk.stillHere).isPositive();
        walk.later(Duration.ofSeconds(75)).until("the warning", () -> walk.sees("warning"));
        walk.press("leave-now");
        assertThat(walk.touches).contains(new VisitEvent.Quit());
    }

    @Test
    void theNextCitizenFindsTheUsualLanguageAndLook() {
        atHome().press("language", "elder", "text-size-largest", "contrast");
        picture("look-panel");
        assertThat(walk.window().texts().language()).isEqualTo(Language.EN);
        assertThat(walk.window().look().size().get()).isEqualTo(Look.TextSize.LARGEST);
        walk.press("close-panel", "help");
        picture("help-panel");
        walk.at(new Idle());
        assertThat(walk.window().texts().language()).isEqualTo(Language.ZH_CN);
        assertThat(walk.window().look().size().get()).isEqualTo(Look.TextSize.NORMAL);
        assertThat(walk.window().look().contrast().get()).isEqualTo(Look.Contrast.USUAL);
        assertThat(walk.sees("close-panel")).isFalse();
    }

    @Test
    void anItemIsFoundByAWordOfItsName() {
        atHome().press("search", "key-y", "key-i", "key-d", "key-i", "candidate-异地");
        picture("search");
        assertThat(walk.sees("tile-" + CARE)).isTrue();
        assertThat(walk.sees("tile-tax-resident-insurance-payment")).isFalse();
        walk.press("tile-" + CARE);
        assertThat(walk.visit()).isInstanceOf(Informing.class);
    }

    @Test
    void aLowRatingAsksForAReasonAndNotRatingIsAlwaysThere() {
        walk.at(new RatingService(
                Samples.CITIZEN,
                Samples.matter("tax.resident-insurance-payment").id(),
                Samples.item("tax.resident-insurance-payment")));
        assertThat(walk.sees("quit")).isTrue();
        walk.press("star-2", "main-action", "main-action");
        picture("rate-why");
        assertThat(walk.touches).isEmpty();
        walk.press("option-steps", "main-action");
        assertThat(walk.touches).containsExactly(new VisitEvent.RatingGiven(2, List.of("steps")));
    }

    @Test
    void aKnockDuringAVisitTearsNothingAndOpensTheDoorWhenItHasEnded() {
        atHome();
        knock();
        assertThat(walk.visit()).isInstanceOf(ChoosingItem.class);
        walk.at(new Idle());
        walk.until("the door", () -> walk.visit() instanceof AwaitingTechnician);
        walk.press("back");
        assertThat(walk.visit()).isInstanceOf(Idle.class);
    }

    @Test
    void aTechnicianProvesWithPinAndAnswerWhoTheyAre() {
        QuickPin.set(folder.resolve("pin"), "482915");
        byte[] key = HexFormat.of().parseHex(new SecretFile(folder.resolve("technician.secrets")).renew(1042));
        knock();
        type("1042");
        picture("door-pin");
        type("482915");
        picture("door-answer");
        type("00000000");
        walk.until("the answer", () -> walk.sees("door-said"));
        picture("door-wrong");
        type("1042");
        type("482915");
        type(Ocra.DOOR.answer(key, walk.reads("challenge").replace(" ", "")));
        walk.until("maintenance", () -> walk.visit() instanceof UnderMaintenance);
        picture("board");
        walk.press("device-receipt-printer");
        picture("device");
        walk.press("back", "tab-queue", "retry-" + Samples.NUMBER.text());
        picture("queue");
        walk.press("tab-versions", "main-action");
        assertThat(walk.visit()).isInstanceOf(Idle.class);
    }

    @Test
    void whileATryIsLookedAtTheScreenSaysSoAndAsksTheGuardNothing() {
        CountDownLatch held = new CountDownLatch(1);
        knock();
        type("1042");
        type("482915");
        Bench.WORK.execute(new FutureTask<>(() -> held.await(20, TimeUnit.SECONDS)));
        type("00000000");
        walk.until("the word", () -> walk.sees("door-trying"));
        assertThat(walk.around(Samples.CUT).sees("challenge")).isFalse();
        picture("door-trying");
        held.countDown();
        walk.until("the answer", () -> walk.sees("door-said"));
    }

    @Test
    void aDeviceThatComesAndGoesTakesNothingAwayThatTheTechnicianTyped() {
        knock();
        walk.press("key-1", "key-0")
                .around(Samples.CUT)
                .press("key-4")
                .around(Samples.FINE)
                .press("key-2");
        assertThat(walk.typed("number")).isEqualTo("1042");
        walk.press("main-action");
        assertThat(walk.typed("pin")).isEmpty();
        walk.press("key-4").around(Samples.CUT);
        assertThat(walk.typed("pin")).isEqualTo("4");
    }

    private void type(String digits) {
        digits.chars().forEach(it -> walk.press("key-" + (char) it));
        walk.press("main-action");
    }

    private void knock() {
        walk.until("no shield", () -> !walk.sees("touch-shield"));
        walk.press("place", "place", "place", "place", "place");
    }

    @Test
    void withoutAPinNobodyComesIn() {
        knock();
        type("1");
        type("1");
        type("1");
        walk.until("the answer", () -> walk.sees("door-said"));
        walk.press("back");
        assertThat(walk.visit()).isInstanceOf(Idle.class);
    }

    @Test
    void guidesAreReadBeforeAnybodyShowsWhoTheyAre() {
        walk.press("main-action", "guides", "tile-" + CARE);
        picture("guide");
        walk.press("main-action");
        assertThat(((AwaitingCard) walk.visit()).wanted()).isPresent();
        walk.press("back", "back");
        walk.happens(new VisitEvent.CardLaid(Samples.CITIZEN.evidence()));
        assertThat(walk.visit()).isInstanceOf(Identifying.class);
    }
}
