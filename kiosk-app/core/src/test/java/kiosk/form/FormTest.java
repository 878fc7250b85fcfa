package kiosk.form;

import static kiosk.twin.ItemDraft.choice;
import static kiosk.twin.ItemDraft.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import kiosk.catalogue.Department;
import kiosk.catalogue.Field;
import kiosk.catalogue.Prefill;
import kiosk.catalogue.ServiceItem;
import kiosk.catalogue.ServiceItem.Kind;
import kiosk.catalogue.ServiceItem.OfflineRule;
import kiosk.form.Problem.Why;
import kiosk.twin.ItemDraft;
import kiosk.twin.Items;
import kiosk.twin.People;
import org.junit.jupiter.api.Test;

class FormTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Form BLANK = Form.blank(Items.CARE);

    private static Form prefilled(Form form, Map<Prefill, String> known) {
        return form.prefilled(known, TODAY, Items.CATALOGUE);
    }

    @Test
    void whatIsKnownFillsTheFormAndTellsWhereItCameFrom() {
        Form form = prefilled(BLANK, Map.of(Prefill.CARD_NAME, "张测试", Prefill.PLATFORM_PHONE, "13800000000"));
        assertThat(form.entries())
                .isEqualTo(Map.of(
                        "name", new Entry("张测试", Provenance.CARD),
                        "phone", new Entry("13800000000", Provenance.PLATFORM)));
    }

    @Test
    void whatACodeBroughtInIsThePlatformsWord() {
        Form form =
                BLANK.prefilled(Map.of(Prefill.CARD_NAME, "张测试"), any -> Provenance.PLATFORM, TODAY, Items.CATALOGUE);
        assertThat(form.entry("name")).contains(new Entry("张测试", Provenance.PLATFORM));
    }

    @Test
    void aLatePrefillNeverOverwritesTheCitizen() {
        Form form = prefilled(BLANK.with("phone", "13900000000"), Map.of(Prefill.PLATFORM_PHONE, "13800000000"));
        assertThat(form.entry("phone")).contains(new Entry("13900000000", Provenance.CITIZEN));
    }

    @Test
    void aPrefillThatTheFieldWouldNotTakeIsLeftOut() {
        assertThat(prefilled(BLANK, Map.of(Prefill.PLATFORM_PHONE, "<script>")).entries())
                .isEmpty();
        assertThat(prefilled(BLANK, Map.of(Prefill.PLATFORM_PHONE, " ")).entries())
                .isEmpty();
    }

    @Test
    void aPrefilledValueEnteredAgainKeepsItsSourceAndAnotherOneIsTheCitizens() {
        Form form = prefilled(BLANK, Map.of(Prefill.PLATFORM_PHONE, "13800000000"));
        assertThat(form.with("phone", " 13800000000 ")).isSameAs(form);
        assertThat(form.with("phone", "13911111111").entry("phone"))
                .contains(new Entry("13911111111", Provenance.CITIZEN));
    }

    @Test
    void aBlankValueEmptiesTheField() {
        Form form = BLANK.with("phone", "13800000000").with("phone", "  ");
        assertThat(form.entries()).isEmpty();
        assertThat(form.value("phone")).isEmpty();
    }

    @Test
    void aFixedFieldIsFilledOnceAndNeverChanged() {
        Form form = prefilled(BLANK, Map.of(Prefill.CARD_NAME, "张测试"));
        assertThatThrownBy(() -> form.with("name", "李样本"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("李样本");
        assertThat(BLANK.with("name", "王").value("name")).isEqualTo("王");
    }

    @Test
    void aFieldTheItemDoesNotHaveIsABugOfTheScreen() {
        assertThatThrownBy(() -> BLANK.with("shoe size", "42")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFieldIsAskedOnlyWhileItsConditionHolds() {
        assertThat(BLANK.fieldsAsked()).extracting(Field::name).doesNotContain("until");
        assertThat(BLANK.with("type", "visit").fieldsAsked())
                .extracting(Field::name)
                .contains("until");
    }

    @Test
    void aFieldThatIsNotAskedAnyMoreIsNeitherCheckedNorHandedInNorHeard() {
        ServiceItem item = ItemDraft.of("tax.chain", Department.TAX, Kind.PAYMENT, OfflineRule.NEVER)
                .asks("first", choice("yes", "no"))
                .asksWhen("second", choice("yes", "no"), when("first", "yes"))
                .asksWhen("third", new Field.Phone(), when("second", "yes"))
                .costs("second", Map.of("yes", 100L))
                .item();
        Form all = Form.blank(item).with("first", "yes").with("second", "yes").with("third", "nonsense");
        assertThat(all.problems(TODAY, Items.CATALOGUE)).containsExactly(Problem.of("third", Why.NOT_A_PHONE));
        assertThat(all.feeInFen()).contains(100L);
        Form first = all.with("first", "no");
        assertThat(first.fieldsAsked()).extracting(Field::name).containsExactly("first");
        assertThat(first.problems(TODAY, Items.CATALOGUE)).isEmpty();
        assertThat(first.answers()).containsOnlyKeys("first");
        assertThat(first.feeInFen()).isEmpty();
    }

    @Test
    void conditionsInACircleEndAndAskNothing() {
        ServiceItem item = ItemDraft.of("tax.circle", Department.TAX, Kind.APPLICATION, OfflineRule.QUEUE)
                .asksWhen("one", choice("yes"), when("two", "yes"))
                .asksWhen("two", choice("yes"), when("one", "yes"))
                .item();
        assertThat(Form.blank(item).with("one", "yes").with("two", "yes").fieldsAsked())
                .isEmpty();
    }

    @Test
    void aConditionOnAFieldThatDoesNotExistNeverHolds() {
        assertThat(BLANK.holds(when("shoe size", ""))).isFalse();
    }

    @Test
    void everyMissingFieldIsAProblemOfItsOwn() {
        assertThat(BLANK.problems(TODAY, Items.CATALOGUE))
                .containsExactly(
                        Problem.of("name", Why.MISSING),
                        Problem.of("number", Why.MISSING),
                        Problem.of("phone", Why.MISSING),
                        Problem.of("type", Why.MISSING));
    }

    @Test
    void theFeeFollowsFromTheChoice() {
        Form fee = Form.blank(Items.FEE);
        assertThat(fee.feeInFen()).isEmpty();
        assertThat(fee.with("grade", "high").feeInFen()).contains(40_000L);
        assertThat(fee.with("grade", "middle").feeInFen()).isEmpty();
        assertThat(BLANK.feeInFen()).isEmpty();
    }

    @Test
    void aFormShowsNothingOfWhatIsInIt() {
        Form form = prefilled(BLANK, Map.of(Prefill.CARD_NAME, "张测试", Prefill.CARD_NUMBER, People.ZHANG));
        assertThat(form).hasToString("Form[medical-insurance.care, 2 entries]");
    }

    @Test
    void everyProvenanceHasItsWordOnTheWire() {
        assertThat(Provenance.values()).extracting(Provenance::word).containsExactly("card", "platform", "citizen");
    }
}
