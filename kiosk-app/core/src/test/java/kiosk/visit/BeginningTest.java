package kiosk.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import kiosk.catalogue.ServiceItem;
import kiosk.device.CardTrouble;
import kiosk.device.DeviceKind;
import kiosk.device.Presence;
import kiosk.identity.Citizen;
import kiosk.identity.Citizen.Assurance;
import kiosk.identity.Evidence;
import kiosk.journal.Occurrence;
import kiosk.platform.Answer;
import kiosk.platform.Answer.Answered;
import kiosk.platform.Answer.Refusal;
import kiosk.platform.Answer.Refused;
import kiosk.platform.Answer.Unreachable;
import kiosk.twin.Items;
import kiosk.twin.PaperPlatform;
import kiosk.twin.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BeginningTest {
    private static final Identifying BY_CARD = new Identifying(People.zhangsEvidence(), Optional.empty());
    private static final Identifying BY_CODE = new Identifying(new Evidence.ByCode("EC-0001"), Optional.empty());
    private static final AwaitingCard ASKED = new AwaitingCard(Optional.empty(), Optional.empty());

    private static Transition on(Visit visit, VisitEvent event) {
        return visit.on(event, Moments.usual());
    }

    private static Transition identified(Identifying identifying, Answer<Citizen> answer) {
        return on(identifying, new VisitEvent.Identified(answer));
    }

    private static Transition awaiting(Setback setback) {
        return Transition.to(new AwaitingCard(Optional.empty(), Optional.of(setback)));
    }

    private static Transition home(Citizen citizen) {
        return Transition.to(
                new ChoosingItem(citizen, List.of(), Optional.empty()),
                new Effect.FindCollectables(PaperPlatform.SESSION));
    }

    @Test
    void aCardBeginsAtOnceWhereverItIsLaid() {
        Evidence card = People.zhangsEvidence();
        VisitEvent laid = new VisitEvent.CardLaid(card);
        Effect.Identify identify = new Effect.Identify(card);
        Optional<ServiceItem> wanted = Optional.of(Items.CARE);
        assertThat(on(new Idle(), laid)).isEqualTo(Transition.to(new Identifying(card, Optional.empty()), identify));
        assertThat(on(new Browsing(wanted), laid)).isEqualTo(Transition.to(new Identifying(card, wanted), identify));
        assertThat(on(new AwaitingCard(wanted, Optional.empty()), laid))
                .isEqualTo(Transition.to(new Identifying(card, wanted), identify));
    }

    @Test
    void troubleWithACardKeepsTheItemInMind() {
        VisitEvent troubled = new VisitEvent.CardTroubled(Setback.WRONG_CARD);
        assertThat(on(new Idle(), troubled)).isEqualTo(awaiting(Setback.WRONG_CARD));
        assertThat(on(new Browsing(Optional.of(Items.CARE)), troubled).next())
                .isEqualTo(new AwaitingCard(Optional.of(Items.CARE), Optional.of(Setback.WRONG_CARD)));
    }

    @Test
    void guidesCanBeReadByAnybody() {
        assertThat(on(new Idle(), new VisitEvent.Touched())).isEqualTo(Transition.to(ASKED, new Effect.WelcomeAgain()));
        assertThat(on(ASKED, new VisitEvent.GuidesWanted()).next()).isEqualTo(new Browsing(Optional.empty()));
        Browsing reading = new Browsing(Optional.of(Items.CARE));
        assertThat(on(new Browsing(Optional.empty()), new VisitEvent.GuideOpened(Optional.of(Items.CARE)))
                        .next())
                .isEqualTo(reading);
        assertThat(on(reading, new VisitEvent.Back()).next()).isEqualTo(new Browsing(Optional.empty()));
        assertThat(on(new Browsing(Optional.empty()), new VisitEvent.Back()).next())
                .isEqualTo(ASKED);
        AwaitingCard forCare = new AwaitingCard(Optional.of(Items.CARE), Optional.empty());
        assertThat(on(reading, new VisitEvent.CardWanted(Optional.of(Items.CARE)))
                        .next())
                .isEqualTo(forCare);
        assertThat(on(forCare, new VisitEvent.Back()).next()).isEqualTo(reading);
        assertThat(on(ASKED, new VisitEvent.Back()).next()).isEqualTo(new Idle());
    }

    @Test
    void whomThePlatformKnowsChoosesAnItem() {
        assertThat(identified(BY_CARD, new Answered<>(People.zhang()))).isEqualTo(home(People.zhang()));
        assertThat(identified(BY_CODE, new Answered<>(People.zhangByCode()))).isEqualTo(home(People.zhangByCode()));
    }

    @Test
    void anAnswerAboutSomebodyElseIsNotBelieved() {
        Citizen li = new Citizen("李样本", People.LI, People.zhangsEvidence(), Assurance.PLATFORM, Optional.of("s"));
        assertThat(identified(BY_CARD, new Answered<>(li))).isEqualTo(awaiting(Setback.PERSON_UNKNOWN));
        assertThat(identified(BY_CODE, new Answered<>(People.zhang()))).isEqualTo(awaiting(Setback.PERSON_UNKNOWN));
    }

    @Test
    void withoutALineAChipAloneMustDoAndACodeCannot() {
        Unreachable<Citizen> silence = new Unreachable<>();
        assertThat(identified(BY_CARD, silence))
                .isEqualTo(Transition.to(new ChoosingItem(People.zhangOffline(), List.of(), Optional.empty())));
        Evidence social = new Evidence.BySocialCard(People.zhangsSocialCard());
        assertThat(identified(new Identifying(social, Optional.empty()), silence)
                        .next()
                        .whose())
                .contains(new Citizen("张测试", People.ZHANG, social, Assurance.CHIP_ALONE, Optional.empty()));
        assertThat(identified(BY_CODE, silence)).isEqualTo(awaiting(Setback.CODE_NEEDS_LINE));
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void aRefusalSaysWhatToDo(Refusal why) {
        Setback expected = why == Refusal.CODE_EXPIRED ? Setback.CODE_EXPIRED : Setback.PERSON_UNKNOWN;
        assertThat(identified(BY_CODE, new Refused<>(why))).isEqualTo(awaiting(expected));
    }

    @Test
    void anItemInMindIsBegunAtOnceAndARefusedOneKeepsTheHomePageWhole() {
        Identifying care = new Identifying(People.zhangsEvidence(), Optional.of(Items.CARE));
        assertThat(identified(care, new Answered<>(People.zhang())))
                .isEqualTo(Transition.to(new Informing(People.zhang(), Items.CARE)));
        Identifying face = new Identifying(People.zhangsEvidence(), Optional.of(Items.FACE));
        assertThat(identified(face, new Answered<>(People.zhang())))
                .isEqualTo(Transition.to(
                        new ChoosingItem(People.zhang(), List.of(), Optional.of(Items.FACE)),
                        new Effect.FindCollectables(PaperPlatform.SESSION)));
    }

    @ParameterizedTest
    @EnumSource(CardTrouble.class)
    void everyTroubleOfACardIsASetback(CardTrouble trouble) {
        assertThat(Setback.of(trouble).name()).isEqualTo(trouble.name());
    }

    @Test
    void onlyADocumentThatWaitsForThisCitizenIsFetched() {
        ChoosingItem none = new ChoosingItem(People.zhang(), List.of(), Optional.empty());
        VisitEvent chosen = new VisitEvent.DocumentChosen(Situations.WAITING);
        assertThat(on(none, chosen)).isEqualTo(Transition.to(none));
        ChoosingItem some = new ChoosingItem(People.zhang(), List.of(Situations.WAITING), Optional.empty());
        assertThat(on(some, chosen).effects())
                .containsExactly(new Effect.FetchDocument(Situations.EARLIER, Situations.NUMBER, 1));
        assertThat(some.on(chosen, Moments.of(Moments.withoutPages(), Moments.FRESH))
                        .next())
                .isEqualTo(new NotDone(People.zhang(), Optional.of(Items.PROOF), NotDone.Why.PRINTER_AWAY));
    }

    @Test
    void anItemThatCannotBeFinishedAnyMoreIsNotBegun() {
        Informing informing = new Informing(People.zhang(), Items.TAX_RECORD);
        assertThat(informing.on(new VisitEvent.Agreed(), Moments.lineDown()))
                .isEqualTo(Transition.to(
                        new ChoosingItem(People.zhang(), List.of(), Optional.of(Items.TAX_RECORD)),
                        new Effect.FindCollectables(PaperPlatform.SESSION)));
        assertThat(on(informing, new VisitEvent.Back())).isEqualTo(home(People.zhang()));
    }

    @Test
    void aTechnicianEntersOnlyThroughTheDoorAndAKnockTearsNoVisit() {
        for (Visit visit : Situations.every().visits()) {
            if (!(visit instanceof AwaitingTechnician)) {
                assertThat(on(visit, new VisitEvent.MaintenanceEntered(1042)).next())
                        .isEqualTo(visit);
            }
            if (!(visit instanceof Idle)) {
                assertThat(on(visit, new VisitEvent.MaintenanceAsked()).next()).isEqualTo(visit);
            }
        }
        assertThat(on(new Idle(), new VisitEvent.MaintenanceAsked()))
                .isEqualTo(Transition.to(new AwaitingTechnician()));
    }

    @Test
    void whoKnocksAndProvesNothingGoesAgain() {
        AwaitingTechnician door = new AwaitingTechnician();
        assertThat(door.standing()).isEmpty();
        for (VisitEvent going : List.of(new VisitEvent.Back(), new VisitEvent.Quit(), new VisitEvent.PatienceEnded())) {
            assertThat(on(door, going)).isEqualTo(Transition.to(new Idle()));
        }
    }

    @Test
    void aTechnicianIsNotedWhenTheyComeAndGoAndTheirTimeIsLimited() {
        UnderMaintenance working = new UnderMaintenance(1042);
        assertThat(on(new AwaitingTechnician(), new VisitEvent.MaintenanceEntered(1042)))
                .isEqualTo(Transition.to(working, new Effect.NoteTechnician(Occurrence.TECHNICIAN_ENTERED, 1042)));
        assertThat(on(working, new VisitEvent.MaintenanceLeft()))
                .isEqualTo(Transition.to(new Idle(), new Effect.NoteTechnician(Occurrence.TECHNICIAN_LEFT, 1042)));
        assertThat(on(working, new VisitEvent.PatienceEnded()))
                .isEqualTo(Transition.to(new Idle(), new Effect.NoteTechnician(Occurrence.TECHNICIAN_TIMED_OUT, 1042)));
        assertThat(working.standing()).isEmpty();
        assertThat(working.timeBoxed()).isTrue();
        assertThat(new Idle().timeBoxed()).isFalse();
    }

    @Test
    void aCardLeftBehindIsAnnouncedUntilItIsLifted() {
        Ending ending = new Ending(DeviceKind.ID_CARD_READER, Presence.UNKNOWN);
        assertThat(on(new Finishing(People.zhang()), new VisitEvent.Quit())).isEqualTo(Transition.to(ending));
        Ending lying = new Ending(DeviceKind.ID_CARD_READER, Presence.THERE);
        assertThat(on(ending, new VisitEvent.CardSeen(Presence.THERE)).next()).isEqualTo(lying);
        assertThat(on(lying, new VisitEvent.CardSeen(Presence.THERE)).next()).isEqualTo(lying);
        assertThat(on(lying, new VisitEvent.CardSeen(Presence.GONE)).next()).isEqualTo(new Idle());
        assertThat(on(lying, new VisitEvent.CardSeen(Presence.UNKNOWN)).next()).isEqualTo(new Idle());
        assertThat(lying.standing())
                .containsExactlyInAnyOrder(
                        new Effect.WatchCard(DeviceKind.ID_CARD_READER, Presence.THERE),
                        new Effect.Announce(Announcer.Left.CARD));
        assertThat(on(new Finishing(People.zhangBySocialCard()), new VisitEvent.Quit())
                        .next())
                .isEqualTo(new Ending(DeviceKind.SOCIAL_CARD_READER, Presence.UNKNOWN));
        assertThat(on(new Finishing(People.zhangByCode()), new VisitEvent.Quit())
                        .next())
                .isEqualTo(new Idle());
    }
}
