package kiosk.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kiosk.catalogue.Department;
import kiosk.device.DeviceKind;
import kiosk.device.Fault;

/**
 * One probable cause of what is wrong with a terminal.
 *
 * @param device which device it is about; empty for the line, the host, or several devices together
 * @param department which department it is about, for {@link Suspect#DEPARTMENT_DOWN} alone
 * @param remedy who can cure it
 */
public record Diagnosis(
        Suspect suspect, Optional<DeviceKind> device, Optional<Department> department, Fault.Remedy remedy) {
    /** A cause that is about no single device. */
    static Diagnosis of(Suspect suspect) {
        return new Diagnosis(suspect, Optional.empty(), Optional.empty(), suspect.remedy());
    }

    /** A cause at one device. */
    static Diagnosis of(Suspect suspect, DeviceKind device) {
        return new Diagnosis(suspect, Optional.of(device), Optional.empty(), suspect.remedy());
    }

    /** A department that does not answer. */
    static Diagnosis of(Department department) {
        Suspect down = Suspect.DEPARTMENT_DOWN;
        return new Diagnosis(down, Optional.empty(), Optional.of(department), down.remedy());
    }

    /**
     * The probable causes, the most probable first; none if nothing is wrong. What follows from another cause is not named beside it:
     * no single cable where the hub is gone, no certificate where the clock is wrong.
     */
    public static List<Diagnosis> of(Findings findings) {
        return Stream.of(HostRules.ALL, LineRules.ALL, DeviceRules.ALL, WarningRules.ALL)
                .flatMap(List::stream)
                .flatMap(rule -> rule.of(findings))
                .distinct()
                .toList();
    }

    /** One thing that can be told from findings. */
    @FunctionalInterface
    interface Rule {
        /** The causes it sees, the most probable first; none where it does not apply. */
        Stream<Diagnosis> of(Findings findings);
    }
}
