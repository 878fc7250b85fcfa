package kiosk.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiosk.catalogue.Availability.NotNow;
import kiosk.catalogue.Availability.Now;
import kiosk.catalogue.Availability.NowOffline;
import kiosk.catalogue.Availability.Reason;
import kiosk.catalogue.ServiceItem.Kind;
import kiosk.catalogue.ServiceItem.OfflineRule;
import kiosk.catalogue.Surroundings.Queue;
import kiosk.device.DeviceKind;
import kiosk.device.DocumentScanner.Resolution;
import kiosk.twin.ItemDraft;
import kiosk.twin.Items;
import org.junit.jupiter.api.Test;

class AvailabilityTest {
    private enum Papers {
        NONE,
        SCANNED,
        ON_FILE,
        SOMETIMES
    }

    private record Asked(Kind kind, OfflineRule offline, Papers papers, boolean face) {}

    private record Around(Set<DeviceKind> usable, boolean line, Queue queue) {
        Surroundings surroundings() {
            Set<Department> reachable = line ? Set.of(Department.TAX) : Set.of(Department.PUBLIC_SECURITY);
            return new Surroundings(usable, reachable, queue, List.of());
        }
    }

    @Test
    void theTruthTableHoldsForEveryCombination() {
        int rows = 0;
        for (Asked asked : everyItem()) {
            for (Around around : everySurroundings()) {
                rows++;
                Availability expected = expected(asked, around);
                assertThat(Availability.of(item(asked), around.surroundings()))
                        .as("%s %s", asked, around)
                        .isEqualTo(expected);
                assertThat(expected.offered()).isEqualTo(!(expected instanceof NotNow));
            }
        }
        assertThat(rows).isEqualTo(72 * 512);
    }

    /** The table as words: the first reason that applies is the one that is told. */
    private static Availability expected(Asked asked, Around around) {
        boolean scan = asked.papers() == Papers.SCANNED || (asked.papers() == Papers.ON_FILE && !around.line());
        if (asked.face()) {
            return new NotNow(Reason.NEEDS_FACE);
        } else if (around.queue() != Queue.OPEN) {
            return new NotNow(around.queue() == Queue.CLOSED ? Reason.QUEUE_CLOSED : Reason.QUEUE_FULL);
        } else if (!around.line() && asked.offline() == OfflineRule.NEVER) {
            return new NotNow(Reason.DEPARTMENT_AWAY);
        } else if (scan && !around.usable().contains(DeviceKind.DOCUMENT_SCANNER)) {
            return new NotNow(Reason.SCANNER_AWAY);
        } else if (asked.kind() == Kind.CERTIFICATE && !around.usable().contains(DeviceKind.PAGE_PRINTER)) {
            return new NotNow(Reason.PAGE_PRINTER_AWAY);
        } else if (!around.usable().contains(DeviceKind.PAGE_PRINTER)
                && !around.usable().contains(DeviceKind.RECEIPT_PRINTER)) {
            return new NotNow(Reason.RECEIPT_PRINTERS_AWAY);
        }
        return around.line() ? new Now() : new NowOffline(asked.offline());
    }

    private static List<Asked> everyItem() {
        List<Asked> all = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (OfflineRule offline : OfflineRule.values()) {
                for (Papers papers : Papers.values()) {
                    all.add(new Asked(kind, offline, papers, false));
                    all.add(new Asked(kind, offline, papers, true));
                }
            }
        }
        return all;
    }

    private static List<Around> everySurroundings() {
        List<Around> all = new ArrayList<>();
        for (Set<DeviceKind> usable : everySetOf(List.of(DeviceKind.values()))) {
            for (boolean line : new boolean[] {true, false}) {
                for (Queue queue : Queue.values()) {
                    all.add(new Around(usable, line, queue));
                }
            }
        }
        return all;
    }

    private static List<Set<DeviceKind>> everySetOf(List<DeviceKind> kinds) {
        if (kinds.isEmpty()) {
            return List.of(EnumSet.noneOf(DeviceKind.class));
        }
        List<Set<DeviceKind>> all = new ArrayList<>();
        for (Set<DeviceKind> without : everySetOf(kinds.subList(1, kinds.size()))) {
            Set<DeviceKind> with = EnumSet.copyOf(without);
            with.add(kinds.get(0));
            all.add(without);
            all.add(with);
        }
        return all;
    }

    private static ServiceItem item(Asked asked) {
        ItemDraft draft = ItemDraft.of("tax.any", Department.TAX, asked.kind(), asked.offline());
        if (asked.face()) {
            draft.face();
        }
        switch (asked.papers()) {
            case NONE -> {}
            case SCANNED -> draft.needsPaper("paper", Optional.empty(), Optional.empty());
            case ON_FILE -> draft.needsPaper("paper", Optional.of("kind"), Optional.empty());
            case SOMETIMES -> draft.needsPaper("paper", Optional.empty(), ItemDraft.when("type", "rare"));
        }
        return draft.item();
    }

    @Test
    void aPaperThatIsNotRequiredNeedsNoScanner() {
        Material optional = new Material(
                "extra",
                ItemDraft.text("x"),
                ItemDraft.text("x"),
                Optional.empty(),
                false,
                1,
                Optional.empty(),
                Resolution.DPI_200,
                Material.Binding.PAGE_BY_PAGE);
        ServiceItem item = ItemDraft.of("tax.any", Department.TAX, Kind.APPLICATION, OfflineRule.QUEUE)
                .with(optional)
                .item();
        assertThat(item.devicesNeeded()).isEmpty();
        Surroundings offline = new Surroundings(Set.of(DeviceKind.RECEIPT_PRINTER), Set.of(), true);
        assertThat(Availability.of(item, offline)).isEqualTo(new NowOffline(OfflineRule.QUEUE));
    }

    @Test
    void theDevicesNeededFollowFromTheDeclaration() {
        assertThat(Items.PROOF.devicesNeeded()).containsExactly(DeviceKind.PAGE_PRINTER);
        assertThat(Items.CARE.devicesNeeded()).isEmpty();
        assertThat(item(new Asked(Kind.CERTIFICATE, OfflineRule.QUEUE, Papers.SCANNED, false))
                        .devicesNeeded())
                .containsExactlyInAnyOrder(DeviceKind.DOCUMENT_SCANNER, DeviceKind.PAGE_PRINTER);
        assertThat(item(new Asked(Kind.APPLICATION, OfflineRule.QUEUE, Papers.ON_FILE, false))
                        .devicesNeeded())
                .isEmpty();
    }
}
