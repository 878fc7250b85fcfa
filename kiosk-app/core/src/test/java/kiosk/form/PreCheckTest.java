package kiosk.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kiosk.catalogue.Department;
import kiosk.catalogue.Field;
import kiosk.catalogue.Rule;
import kiosk.catalogue.ServiceItem.Kind;
import kiosk.catalogue.ServiceItem.OfflineRule;
import kiosk.catalogue.Text;
import kiosk.identity.Citizen;
import kiosk.identity.Evidence;
import kiosk.twin.ItemDraft;
import kiosk.twin.People;
import org.junit.jupiter.api.Test;

class PreCheckTest {
    private static final LocalDate BIRTHDAY_16 = LocalDate.of(2006, 3, 7);
    private static final Text SAY = ItemDraft.text("请改正");
    private static final Rule.NotBefore ORDER = new Rule.NotBefore("to", "from", SAY);
    private static final Rule.Different DIFFERENT = new Rule.Different("helper", "patient", SAY);

    private static Form form(Rule rule) {
        return Form.blank(ItemDraft.of("tax.any", Department.TAX, Kind.APPLICATION, OfflineRule.QUEUE)
                .with(ItemDraft.field("from", new Field.Day(100, 100)))
                .with(ItemDraft.field("to", new Field.Day(100, 100)))
                .with(ItemDraft.field("patient", new Field.FreeText(10)))
                .with(ItemDraft.field("helper", new Field.FreeText(10)))
                .with(rule)
                .item());
    }

    private static List<Problem> problems(Form form, Citizen citizen, LocalDate today) {
        return PreCheck.problems(form, citizen, today);
    }

    private static boolean holds(Rule rule, LocalDate today) {
        return problems(form(rule), People.zhang(), today).isEmpty();
    }

    @Test
    void aBirthdayCountsFromItsDay() {
        assertThat(holds(new Rule.AgeAtLeast(16, SAY), BIRTHDAY_16)).isTrue();
        assertThat(holds(new Rule.AgeAtLeast(16, SAY), BIRTHDAY_16.minusDays(1)))
                .isFalse();
        assertThat(holds(new Rule.AgeBelow(16, SAY), BIRTHDAY_16.minusDays(1))).isTrue();
        assertThat(holds(new Rule.AgeBelow(16, SAY), BIRTHDAY_16)).isFalse();
    }

    @Test
    void aNumberWithoutABirthDateIsNotHeldAgainstTheCitizen() {
        Citizen foreigner = new Citizen(
                "MARIA", "CHN123456789012", People.zhangsEvidence(), Citizen.Assurance.CHIP_ALONE, Optional.empty());
        assertThat(problems(form(new Rule.AgeAtLeast(16, SAY)), foreigner, BIRTHDAY_16))
                .isEmpty();
        assertThat(problems(form(new Rule.AgeBelow(16, SAY)), foreigner, BIRTHDAY_16))
                .isEmpty();
    }

    @Test
    void anEndBeforeItsBeginningIsAProblemOfTheEnd() {
        Form form = form(ORDER).with("from", "2026-11-22").with("to", "2026-11-21");
        assertThat(problems(form, People.zhang(), BIRTHDAY_16))
                .containsExactly(new Problem(Optional.of("to"), Problem.Why.RULE, Optional.of(SAY)));
        assertThat(problems(form.with("to", "2026-11-22"), People.zhang(), BIRTHDAY_16))
                .isEmpty();
    }

    @Test
    void anEmptyOrImpossibleDayIsLeftToItsOwnField() {
        assertThat(problems(form(ORDER).with("from", "2026-11-22"), People.zhang(), BIRTHDAY_16))
                .isEmpty();
        assertThat(problems(form(ORDER).with("to", "2026-11-22"), People.zhang(), BIRTHDAY_16))
                .isEmpty();
        Form impossible = form(ORDER).with("from", "2026-02-30").with("to", "2026-01-01");
        assertThat(problems(impossible, People.zhang(), BIRTHDAY_16)).isEmpty();
    }

    @Test
    void nobodyIsTheirOwnHelper() {
        Form form = form(DIFFERENT).with("patient", "张测试").with("helper", "张测试");
        assertThat(problems(form, People.zhang(), BIRTHDAY_16))
                .containsExactly(new Problem(Optional.of("helper"), Problem.Why.RULE, Optional.of(SAY)));
        assertThat(problems(form.with("helper", "李样本"), People.zhang(), BIRTHDAY_16))
                .isEmpty();
        assertThat(problems(form.with("helper", ""), People.zhang(), BIRTHDAY_16))
                .isEmpty();
    }

    @Test
    void anExpiredCardIsAProblemOfTheWholeFormAndOtherEvidenceIsNot() {
        Form form = form(new Rule.CardInForce(SAY));
        LocalDate after = People.EXPIRES.plusDays(1);
        assertThat(problems(form, People.zhang(), after))
                .containsExactly(new Problem(Optional.empty(), Problem.Why.RULE, Optional.of(SAY)));
        assertThat(problems(form, People.zhang(), People.EXPIRES)).isEmpty();
        assertThat(problems(form, People.online(new Evidence.ByCode("EC")), after))
                .isEmpty();
    }
}
