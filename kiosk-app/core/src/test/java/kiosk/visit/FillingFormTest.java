package kiosk.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiosk.catalogue.Department;
import kiosk.catalogue.Field;
import kiosk.catalogue.Prefill;
import kiosk.catalogue.ServiceItem;
import kiosk.catalogue.ServiceItem.Kind;
import kiosk.catalogue.ServiceItem.OfflineRule;
import kiosk.form.Entry;
import kiosk.form.Problem;
import kiosk.form.Problem.Why;
import kiosk.form.Provenance;
import kiosk.identity.Citizen;
import kiosk.submission.Consent;
import kiosk.submission.Matter;
import kiosk.twin.ItemDraft;
import kiosk.twin.Items;
import kiosk.twin.PaperPlatform;
import kiosk.twin.People;
import kiosk.twin.TurnedClock;
import org.junit.jupiter.api.Test;

class FillingFormTest {
    private static final ServiceItem WHOLE_CARD = ItemDraft.of(
                    "tax.card", Department.TAX, Kind.APPLICATION, OfflineRule.QUEUE)
            .fills("name", new Field.FreeText(20), Prefill.CARD_NAME)
            .fills("number", new Field.CitizenNumber(), Prefill.CARD_NUMBER)
            .fills("sex", ItemDraft.choice("1", "2"), Prefill.CARD_SEX)
            .fills("born", new Field.Day(40_000, 0), Prefill.CARD_BIRTH_DATE)
            .fills("address", new Field.FreeText(70), Prefill.CARD_ADDRESS)
            .item();

    private static Transition begin(Citizen citizen, ServiceItem item) {
        return new Informing(citizen, item).on(new VisitEvent.Agreed(), Moments.usual());
    }

    private static Map<String, Entry> entries(Transition transition) {
        return ((FillingForm) transition.next()).matter().form().entries();
    }

    private static Transition on(FillingForm filling, VisitEvent event) {
        return filling.on(event, Moments.usual());
    }

    @Test
    void consentTravelsWithItsVersionAndTimeUnderAFreshId() {
        FillingForm filling = (FillingForm) begin(People.zhang(), Items.CARE).next();
        assertThat(filling.matter().id()).isEqualTo(Moments.FRESH);
        assertThat(filling.matter().consent()).isEqualTo(new Consent("2026-11", TurnedClock.MORNING));
    }

    @Test
    void whatTheIdentityCardSaysIsThere() {
        assertThat(entries(begin(People.zhang(), WHOLE_CARD)))
                .isEqualTo(Map.of(
                        "name", new Entry("张测试", Provenance.CARD),
                        "number", new Entry(People.ZHANG, Provenance.CARD),
                        "sex", new Entry("1", Provenance.CARD),
                        "born", new Entry("1990-03-07", Provenance.CARD),
                        "address", new Entry("北京市东城区测试胡同1号", Provenance.CARD)));
    }

    @Test
    void aSocialSecurityCardKnowsNoAddress() {
        assertThat(entries(begin(People.zhangBySocialCard(), WHOLE_CARD)))
                .isEqualTo(Map.of(
                        "name", new Entry("张测试", Provenance.CARD),
                        "number", new Entry(People.ZHANG, Provenance.CARD),
                        "sex", new Entry("1", Provenance.CARD),
                        "born", new Entry("1990-03-07", Provenance.CARD)));
    }

    @Test
    void whoCameWithACodeIsNamedByThePlatform() {
        assertThat(entries(begin(People.zhangByCode(), WHOLE_CARD)))
                .isEqualTo(Map.of(
                        "name", new Entry("张测试", Provenance.PLATFORM),
                        "number", new Entry(People.ZHANG, Provenance.PLATFORM)));
    }

    @Test
    void thePlatformIsAskedOnlyForWhatItMayKnowAndOnlyWithASession() {
        assertThat(begin(People.zhang(), Items.CARE).effects())
                .containsExactly(new Effect.FetchPrefill(PaperPlatform.SESSION, Items.CARE));
        assertThat(begin(People.zhang(), WHOLE_CARD).effects()).isEmpty();
        assertThat(begin(People.zhangOffline(), Items.CARE).effects()).isEmpty();
    }

    @Test
    void aPrefillForAnotherItemIsNotHeard() {
        FillingForm filling = (FillingForm) begin(People.zhang(), Items.CARE).next();
        Map<Prefill, String> known = Map.of(Prefill.PLATFORM_PHONE, "13800000000");
        assertThat(on(filling, new VisitEvent.PrefillFound("tax.other", known))).isEqualTo(Transition.to(filling));
        assertThat(entries(on(filling, new VisitEvent.PrefillFound(Items.CARE.code(), known))))
                .containsEntry("phone", new Entry("13800000000", Provenance.PLATFORM));
    }

    @Test
    void whoGoesBackToReadOnceMoreLosesNothing() {
        FillingForm filling = (FillingForm) begin(People.zhang(), Items.CARE).next();
        FillingForm typed = (FillingForm)
                on(filling, new VisitEvent.FieldFilled("phone", "13900000000")).next();
        Visit reading = on(typed, new VisitEvent.Back()).next();
        assertThat(reading).isEqualTo(new Informing(People.zhang(), Items.CARE, Optional.of(typed.matter())));
        Transition again = reading.on(new VisitEvent.Agreed(), Moments.of(Moments.well(), Situations.EARLIER));
        assertThat(again.next()).isEqualTo(new FillingForm(typed.matter(), List.of()));
    }

    @Test
    void fixedAndUnknownFieldsCannotBeTouched() {
        FillingForm filling = (FillingForm) begin(People.zhang(), Items.CARE).next();
        assertThat(on(filling, new VisitEvent.FieldFilled("name", "李样本"))).isEqualTo(Transition.to(filling));
        assertThat(on(filling, new VisitEvent.FieldFilled("none", "x"))).isEqualTo(Transition.to(filling));
    }

    @Test
    void aFormWithProblemsStaysAndOneThatIsMendedLosesItsOwn() {
        FillingForm filling = (FillingForm) begin(People.zhang(), Items.CARE).next();
        FillingForm told = (FillingForm) on(filling, new VisitEvent.FormDone()).next();
        assertThat(told.problems()).containsExactly(Problem.of("phone", Why.MISSING), Problem.of("type", Why.MISSING));
        FillingForm mended = (FillingForm)
                on(told, new VisitEvent.FieldFilled("phone", "13800000000")).next();
        assertThat(mended.problems()).containsExactly(Problem.of("type", Why.MISSING));
        assertThat(mended.matter().form().entry("phone")).contains(new Entry("13800000000", Provenance.CITIZEN));
    }

    @Test
    void theRouteFollowsFromTheItemAndTheForm() {
        assertThat(done(Matters.filled("visit"))).isEqualTo(Transition.to(new Signing(Matters.filled("visit"))));
        assertThat(done(Matters.payment())).isEqualTo(Transition.to(new Reviewing(Matters.payment(), List.of())));
        assertThat(done(Matters.filled("referral")))
                .isEqualTo(Transition.to(GatheringMaterials.begun(Matters.filled("referral"), Map.of())));
        assertThat(done(Matters.filled("resident")).effects())
                .containsExactly(
                        new Effect.FindCertificates(PaperPlatform.SESSION, Map.of("permit", "residence-permit")));
    }

    private static Transition done(Matter matter) {
        return on(new FillingForm(matter, List.of()), new VisitEvent.FormDone());
    }
}
