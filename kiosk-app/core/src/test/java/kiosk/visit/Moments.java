package kiosk.visit;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import kiosk.catalogue.Department;
import kiosk.catalogue.Surroundings;
import kiosk.device.DeviceKind;
import kiosk.submission.SubmissionId;
import kiosk.twin.Items;
import kiosk.twin.TurnedClock;

/** Moments in surroundings that differ as much as they can. */
final class Moments {
    static final SubmissionId FRESH = SubmissionId.parse("019a0000-0000-7000-8000-00000000000f");
    static final Set<DeviceKind> ALL_DEVICES = Set.of(DeviceKind.values());
    static final Set<Department> ALL_DEPARTMENTS = Set.of(Department.values());

    private Moments() {}

    static Moment of(Surroundings surroundings, SubmissionId fresh) {
        return new Moment(TurnedClock.MORNING, LocalDate.of(2026, 11, 22), Items.CATALOGUE, surroundings, fresh);
    }

    static Surroundings well() {
        return new Surroundings(ALL_DEVICES, ALL_DEPARTMENTS, true);
    }

    static Surroundings cut() {
        return new Surroundings(ALL_DEVICES, Set.of(), true);
    }

    static Surroundings withoutPages() {
        return new Surroundings(Set.of(DeviceKind.RECEIPT_PRINTER), ALL_DEPARTMENTS, true);
    }

    static Surroundings withoutRoll() {
        return new Surroundings(Set.of(DeviceKind.PAGE_PRINTER), ALL_DEPARTMENTS, true);
    }

    static Surroundings bare() {
        return new Surroundings(Set.of(), Set.of(), false);
    }

    static List<Surroundings> allSurroundings() {
        return List.of(well(), cut(), withoutPages(), bare());
    }

    static Moment usual() {
        return of(well(), FRESH);
    }

    static Moment lineDown() {
        return of(cut(), FRESH);
    }

    static List<Moment> all() {
        return allSurroundings().stream().map(it -> of(it, FRESH)).toList();
    }
}
