package kiosk.visit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import kiosk.device.card.PinOutcome;
import kiosk.identity.Pin;
import kiosk.twin.People;

/** PINs of a fictional card, and all that may come of them. */
final class Pins {
    static final Pin OLD = pin("135790");
    static final Pin FRESH = pin("908172");

    private Pins() {}

    static Pin pin(String digits) {
        return new Pin(digits.toCharArray());
    }

    static List<Pin> all() {
        return List.of(OLD, FRESH, pin("908172"), pin("123456"), pin("1357"));
    }

    static List<PinOutcome> outcomes() {
        return List.of(
                new PinOutcome.Ready(OptionalInt.empty()),
                new PinOutcome.Ready(OptionalInt.of(1)),
                new PinOutcome.Changed(),
                new PinOutcome.WrongPin(OptionalInt.of(2)),
                new PinOutcome.WrongPin(OptionalInt.empty()),
                new PinOutcome.Blocked(),
                new PinOutcome.NotSupported(),
                new PinOutcome.NoCard(),
                new PinOutcome.OtherCard(),
                new PinOutcome.Uncertain(),
                new PinOutcome.Broken(Situations.JAM));
    }

    /** Every stage of changing a PIN. */
    static List<ChangingPin.Stage> stages() {
        ChangingPin.AskingOld asking = new ChangingPin.AskingOld(OptionalInt.of(2), true);
        return List.of(
                new ChangingPin.Looking(),
                asking,
                new ChangingPin.AskingNew(asking, OLD, Optional.of(ChangingPin.Remark.DIFFERENT)),
                new ChangingPin.AskingAgain(asking, OLD, FRESH),
                new ChangingPin.Working(OLD, FRESH),
                new ChangingPin.CardAway(false),
                new ChangingPin.Ended(ChangingPin.End.CHANGED));
    }

    /** Visits at each of them. */
    static Map<String, ChangingPin> situations() {
        Map<String, ChangingPin> situations = new LinkedHashMap<>();
        stages().forEach(stage -> situations.put(
                "changing a PIN: " + stage.getClass().getSimpleName(),
                new ChangingPin(People.zhangBySocialCard(), People.zhangsSocialCard(), stage)));
        return situations;
    }

    /** What is waited for there. */
    static Class<?>[] answersAt(ChangingPin visit) {
        return visit.busy() || visit.stage() instanceof ChangingPin.Looking
                ? new Class<?>[] {VisitEvent.PinAnswered.class}
                : new Class<?>[0];
    }
}
