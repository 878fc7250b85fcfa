package kiosk.visit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiosk.catalogue.ServiceItem;
import kiosk.identity.Citizen;
import kiosk.platform.Certificate;
import kiosk.submission.Consent;
import kiosk.submission.Draft;
import kiosk.submission.Matter;
import kiosk.twin.Items;
import kiosk.twin.People;
import kiosk.twin.TurnedClock;

/** What a citizen has on hand at one step or another. */
final class Matters {
    private Matters() {}

    static Matter begun(ServiceItem item) {
        return begun(item, People.zhang());
    }

    static Matter begun(ServiceItem item, Citizen citizen) {
        return Matter.begun(Situations.ID, citizen, new Consent("2026-11", TurnedClock.MORNING), item);
    }

    static Matter filled(String type) {
        Matter matter = begun(Items.CARE);
        return matter.with(matter.form()
                .with("name", "张测试")
                .with("number", People.ZHANG)
                .with("phone", "13800000000")
                .with("type", type)
                .with("until", "2026-12-01"));
    }

    /** The form of an application, filled up to the second of four fields by somebody whose card leaves an imprint. */
    static FillingForm halfFilled() {
        Visit form = FillingForm.begin(
                        begun(Items.CARE, People.zhangWithImprint()), List.of(), Optional.empty(), Moments.usual())
                .next();
        form = form.on(new VisitEvent.FieldFilled("phone", "13800000000"), Moments.usual())
                .next();
        return (FillingForm) form.on(new VisitEvent.FieldFilled("type", "visit"), Moments.usual())
                .next();
    }

    static Draft draft() {
        return halfFilled().draft().orElseThrow();
    }

    static Matter signed() {
        return filled("visit").with(Situations.SIGNATURE);
    }

    static Matter payment() {
        Matter matter = begun(Items.FEE);
        return matter.with(matter.form().with("grade", "low"));
    }

    static Matter certificate(ServiceItem item) {
        Matter matter = begun(item);
        return matter.with(matter.form().with("period", "2026-01/2026-06"));
    }

    static Map<String, List<Certificate>> onFile() {
        return Map.of("permit", List.of(new Certificate("C-1", "residence-permit", "居住证")));
    }
}
