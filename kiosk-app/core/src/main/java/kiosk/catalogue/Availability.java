package kiosk.catalogue;

import java.util.Optional;
import java.util.Set;
import kiosk.catalogue.ServiceItem.IdentityLevel;
import kiosk.catalogue.ServiceItem.OfflineRule;
import kiosk.catalogue.Surroundings.Queue;
import kiosk.device.DeviceKind;

/** Whether an item can be finished now; the menu shows it for each item. No item is offered that cannot be finished. */
public sealed interface Availability {
    /** It can be finished now. */
    record Now() implements Availability {}

    /** It can be handed in now, and the department hears of it when the line is back. */
    record NowOffline(OfflineRule rule) implements Availability {}

    /** It cannot be finished now. */
    record NotNow(Reason reason) implements Availability {}

    /** Why an item cannot be finished now; each is a sentence that also says what instead. */
    enum Reason {
        /** The department cannot be reached, and the item needs its answer at once. */
        DEPARTMENT_AWAY,
        /** No printer for the certificate. */
        PAGE_PRINTER_AWAY,
        /** No printer for the receipt. */
        RECEIPT_PRINTERS_AWAY,
        /** No scanner for the papers. */
        SCANNER_AWAY,
        /** The item compares the face, and this terminal cannot. */
        NEEDS_FACE,
        /** The terminal has no room for what would be handed in. */
        QUEUE_FULL,
        /** The terminal's queue takes nothing now. */
        QUEUE_CLOSED
    }

    /** Whether the item can be finished in these surroundings. */
    static Availability of(ServiceItem item, Surroundings surroundings) {
        Optional<Reason> obstacle = obstacle(item, surroundings);
        if (obstacle.isPresent()) {
            return new NotNow(obstacle.get());
        }
        return surroundings.reachable().contains(item.department()) ? new Now() : new NowOffline(item.offline());
    }

    private static Optional<Reason> obstacle(ServiceItem item, Surroundings surroundings) {
        if (item.identity() == IdentityLevel.CARD_AND_FACE) {
            return Optional.of(Reason.NEEDS_FACE);
        }
        if (!surroundings.queueOpen()) {
            return Optional.of(surroundings.queue() == Queue.CLOSED ? Reason.QUEUE_CLOSED : Reason.QUEUE_FULL);
        }
        if (item.offline() == OfflineRule.NEVER && !surroundings.reachable().contains(item.department())) {
            return Optional.of(Reason.DEPARTMENT_AWAY);
        }
        return deviceObstacle(item, surroundings);
    }

    private static Optional<Reason> deviceObstacle(ServiceItem item, Surroundings surroundings) {
        for (DeviceKind needed : devicesNeeded(item, surroundings)) {
            if (!surroundings.usable().contains(needed)) {
                return Optional.of(
                        needed == DeviceKind.DOCUMENT_SCANNER ? Reason.SCANNER_AWAY : Reason.PAGE_PRINTER_AWAY);
            }
        }
        boolean someReceipt = surroundings.usable().contains(DeviceKind.RECEIPT_PRINTER)
                || surroundings.usable().contains(DeviceKind.PAGE_PRINTER);
        return someReceipt ? Optional.empty() : Optional.of(Reason.RECEIPT_PRINTERS_AWAY);
    }

    /** While the department cannot be reached no electronic certificate stands for a paper: it must be scanned. */
    private static Set<DeviceKind> devicesNeeded(ServiceItem item, Surroundings surroundings) {
        Set<DeviceKind> needed = item.devicesNeeded();
        if (!surroundings.reachable().contains(item.department())
                && item.materials().stream().anyMatch(Material::alwaysRequired)) {
            needed.add(DeviceKind.DOCUMENT_SCANNER);
        }
        return needed;
    }

    /** Whether the citizen may begin the item. */
    default boolean offered() {
        return !(this instanceof NotNow);
    }
}
