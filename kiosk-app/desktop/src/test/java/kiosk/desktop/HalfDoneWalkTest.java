package kiosk.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kiosk.identity.Citizen;
import kiosk.identity.Citizen.Assurance;
import kiosk.identity.Evidence;
import kiosk.submission.Draft;
import kiosk.submission.Matter;
import kiosk.visit.ChoosingItem;
import kiosk.visit.Effect;
import kiosk.visit.FillingForm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What was left half done, by touch on the window. */
@Timeout(60)
class HalfDoneWalkTest {
    private static final String CARE = "medical-insurance.cross-region-care";
    private static final Draft DRAFT = Samples.draft(CARE, "phone");

    private Walk walk;

    @BeforeEach
    void openTheWindow() {
        walk = Walk.begins(Samples.workshop());
        walk.at(new ChoosingItem(Samples.CITIZEN, List.of(), Optional.empty(), Optional.of(DRAFT)));
    }

    @AfterEach
    void closeTheWindow() {
        walk.ends();
    }

    @Test
    void goingOnOpensTheFieldWhereTheCitizenWasAndTheOthersAreOnePageBack() {
        walk.press("draft-go-on");
        assertThat(walk.visit()).isInstanceOf(FillingForm.class);
        assertThat(walk.reads("title")).isEqualTo("您是哪种情况");
        walk.press("option-resident", "back");
        assertThat(walk.sees("value-phone")).isTrue();
        assertThat(((FillingForm) walk.visit()).matter().form().value("phone")).isEqualTo("13800000000");
    }

    @Test
    void whatIsNotWantedIsGoneFromTheScreenAndForgotten() {
        walk.press("draft-drop");
        assertThat(walk.sees("unfinished")).isFalse();
        assertThat(walk.asked).contains(new Effect.ForgetDraft(DRAFT.card(), CARE));
    }

    private static Matter matterOfACardHolder() {
        Evidence card = new Evidence.ByIdCard(
                ((Evidence.ByIdCard) Samples.CITIZEN.evidence()).card(), Optional.of(DRAFT.card()));
        Citizen holder = new Citizen("张三", Samples.CITIZEN.number(), card, Assurance.CHIP_ALONE, Optional.empty());
        LocalDate today = LocalDate.of(2026, 11, 22);
        return DRAFT.restored(holder, Samples.item(CARE), DRAFT.id(), today, Samples.CATALOGUE)
                .matter();
    }

    @Test
    void theWarningSaysWhatBecomesOfWhatWasFilledInOnlyWhereItIsKept() {
        walk.later(Duration.ofSeconds(70)).until("the warning", () -> walk.sees("warning"));
        assertThat(walk.reads("warning-what")).contains("清除您的信息");
        walk.at(new FillingForm(matterOfACardHolder(), List.of())).until("the warning", () -> !walk.sees("warning"));
        walk.later(Duration.ofSeconds(70)).until("the warning", () -> walk.sees("warning"));
        assertThat(walk.reads("warning-what")).contains("加锁留一阵");
    }
}
