package kiosk.desktop.diagnosis;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Supplier;
import kiosk.device.DeviceKind;
import kiosk.device.Health;
import kiosk.submission.Outbox;
import kiosk.upkeep.DeviceBook;

/** What {@code kiosk check} says, in lines a person or a script can read. */
public record CheckReport(List<String> lines, boolean everythingThere) {
    /** How the devices are. */
    public static CheckReport of(Map<DeviceKind, Health> healths) {
        List<String> lines = new ArrayList<>();
        boolean whole = true;
        for (Map.Entry<DeviceKind, Health> entry : new TreeMap<>(healths).entrySet()) {
            Health health = entry.getValue();
            String fault =
                    health.fault().map(it -> " " + it.cause() + " " + it.code()).orElse("");
            lines.add("device " + word(entry.getKey()) + ": " + health.state() + fault.stripTrailing());
            whole &= health.usable();
        }
        return new CheckReport(List.copyOf(lines), whole);
    }

    /** This report with how many prints are left in the printers, about, where that can be said. */
    public CheckReport with(DeviceBook book) {
        CheckReport longer = this;
        for (DeviceKind printer : List.of(DeviceKind.RECEIPT_PRINTER, DeviceKind.PAGE_PRINTER)) {
            OptionalInt left = book.life(printer).printsLeft();
            longer = left.isEmpty()
                    ? longer
                    : longer.with("paper " + word(printer) + ": about " + left.getAsInt() + " prints left");
        }
        return longer;
    }

    /** This report with how the queue is. */
    public CheckReport with(Outbox.Summary queue) {
        String state = queue.open() ? "open" : "closed";
        CheckReport longer = with("queue: " + queue.waiting() + " waiting, " + queue.stuck() + " stuck, " + state);
        return new CheckReport(longer.lines(), everythingThere && queue.open());
    }

    /** The same, where the queue may be what is broken: the devices are told all the same. */
    public CheckReport withQueue(Supplier<Outbox.Summary> queue) {
        try {
            return with(queue.get());
        } catch (UncheckedIOException unreadable) {
            return new CheckReport(
                    with("queue: cannot be read; look at the disk").lines(), false);
        }
    }

    /** This report with one more line. */
    public CheckReport with(String line) {
        List<String> longer = new ArrayList<>(lines);
        longer.add(line);
        return new CheckReport(List.copyOf(longer), everythingThere);
    }

    private static String word(DeviceKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As sent over the socket: the verdict first. */
    public String text() {
        return (everythingThere ? "whole" : "missing") + "\n" + String.join("\n", lines) + "\n";
    }

    /** From the socket. */
    public static CheckReport parse(String text) {
        List<String> all = text.lines().toList();
        return new CheckReport(all.subList(Math.min(1, all.size()), all.size()), text.startsWith("whole\n"));
    }
}
