package kiosk.desktop;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import kiosk.identity.Citizen;
import kiosk.identity.CitizenId;
import kiosk.identity.Evidence;
import kiosk.identity.Pin;
import kiosk.identity.Sex;
import kiosk.identity.SocialCard;
import kiosk.visit.ChangingPin;
import kiosk.visit.ChangingPin.AskingNew;
import kiosk.visit.ChangingPin.AskingOld;
import kiosk.visit.ChangingPin.CardAway;
import kiosk.visit.ChangingPin.End;
import kiosk.visit.ChangingPin.Ended;
import kiosk.visit.ChangingPin.Remark;
import kiosk.visit.ChangingPin.Stage;
import kiosk.visit.ChangingPin.Working;
import kiosk.visit.ChoosingItem;
import kiosk.visit.Visit;

/** Visits of somebody who was known by a social-security card, and changes its PIN. */
final class SamplePins {
    private static final SocialCard CARD = new SocialCard(
            "110100D15600000500BF7C7A48FB4966",
            "X00000019",
            "2.00",
            "张三",
            new CitizenId("110101199003078881"),
            Sex.MALE,
            Optional.empty(),
            Optional.empty());
    private static final Citizen CITIZEN = new Citizen(
            "张三",
            "110101199003078881",
            new Evidence.BySocialCard(CARD),
            Citizen.Assurance.PLATFORM,
            Optional.of("session"));

    private SamplePins() {}

    static Map<String, Visit> visits() {
        Map<String, Visit> visits = new LinkedHashMap<>();
        AskingOld last = new AskingOld(OptionalInt.of(1), true);
        Pin old = new Pin("135790".toCharArray());
        visits.put("05-home-social-card", new ChoosingItem(CITIZEN, List.of(), Optional.empty()));
        visits.put("20-pin-old", at(new AskingOld(OptionalInt.of(2), true)));
        visits.put("20-pin-last-try", at(last));
        visits.put("20-pin-new", at(new AskingNew(last, old, Optional.of(Remark.DIFFERENT))));
        visits.put("20-pin-working", at(new Working(old, old)));
        visits.put("20-pin-away", at(new CardAway(false)));
        visits.put("20-pin-changed", at(new Ended(End.CHANGED)));
        visits.put("20-pin-uncertain", at(new Ended(End.UNCERTAIN)));
        return visits;
    }

    private static Visit at(Stage stage) {
        return new ChangingPin(CITIZEN, CARD, stage);
    }
}
