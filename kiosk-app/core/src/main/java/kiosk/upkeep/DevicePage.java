package kiosk.upkeep;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import kiosk.device.DeviceKind;
import kiosk.device.Health.Supply;
import kiosk.device.Health.Supply.Level;

/** A device's page in the book; whoever has the book sees to it that one alone writes. */
final class DevicePage {
    private static final int EVENTS_SHOWN = 20;
    private static final Duration SHOWN = Duration.ofDays(7);
    private static final Duration KEPT = Duration.ofHours(Kept.MOST_HOURS);

    private final DeviceKind device;
    private final Paper paper;
    private final Map<Tally, Long> tallies = new EnumMap<>(Tally.class);
    private final Deque<DeviceEvent> events;
    private final Deque<WorkedHour> hours;
    private final Deque<PaperMark> marks;
    private Optional<Supply> stock = Optional.empty();

    DevicePage(DeviceKind device, Paper paper, Kept before) {
        this.device = device;
        this.paper = paper;
        tallies.putAll(before.tallies());
        events = new ArrayDeque<>(before.events());
        hours = new ArrayDeque<>(before.hours());
        marks = new ArrayDeque<>(before.marks());
    }

    void count(Tally what, long more) {
        tallies.merge(what, more, Long::sum);
    }

    void worked(Instant now, Duration took, DeviceBook.Result result) {
        while (!hours.isEmpty() && hours.getFirst().begin().isBefore(now.minus(KEPT))) {
            hours.removeFirst();
        }
        WorkedHour hour = WorkedHour.around(now);
        if (!hours.isEmpty() && hours.getLast().begin().equals(hour.begin())) {
            hour = hours.removeLast();
        }
        add(hours, hour.with(took, result), Kept.MOST_HOURS);
    }

    void note(DeviceEvent event) {
        add(events, event, Kept.MOST_EVENTS);
    }

    /** Notes how much paper there is, and where that is a change, remembers when. */
    void stocked(Supply supply) {
        stock = Optional.of(supply);
        Level level = supply.level();
        boolean changed =
                level != Level.UNKNOWN && (marks.isEmpty() || marks.getLast().level() != level);
        if (changed) {
            add(marks, new PaperMark(used(), level), Kept.MOST_MARKS);
        }
    }

    private static <T> void add(Deque<T> all, T one, int most) {
        if (all.size() >= most) {
            all.removeFirst();
        }
        all.addLast(one);
    }

    Kept kept() {
        return new Kept(tallies, List.copyOf(events), List.copyOf(hours), List.copyOf(marks));
    }

    Life life(Instant now, Optional<TestRecord> lastTest) {
        List<DeviceEvent> newest = new ArrayList<>(events);
        Collections.reverse(newest);
        return new Life(
                tallies,
                newest.subList(0, Math.min(EVENTS_SHOWN, newest.size())),
                hours.stream()
                        .filter(it -> it.begin().isAfter(now.minus(SHOWN)))
                        .map(WorkedHour::shown)
                        .toList(),
                lastTest,
                printsLeft());
    }

    private long of(Tally tally) {
        return tallies.getOrDefault(tally, 0L);
    }

    private long used() {
        return of(device == DeviceKind.RECEIPT_PRINTER ? Tally.MILLIMETRES_PRINTED : Tally.PAGES_PRINTED);
    }

    private OptionalInt printsLeft() {
        OptionalInt said = stock.map(Supply::pages).orElse(OptionalInt.empty());
        return said.isPresent() ? said : whole(paperLeft(), perPrint());
    }

    private OptionalLong paperLeft() {
        Forecast forecast = new Forecast(
                List.copyOf(marks),
                device == DeviceKind.RECEIPT_PRINTER ? paper.rollMillimetres() : paper.traySheets());
        OptionalInt percent = stock.map(Supply::percent).orElse(OptionalInt.empty());
        return percent.isPresent()
                ? OptionalLong.of(forecast.holds() * percent.getAsInt() / 100)
                : forecast.left(used());
    }

    /** How much paper a print takes, by all that were made; nothing where none was. */
    private long perPrint() {
        if (device != DeviceKind.RECEIPT_PRINTER) {
            return 1;
        }
        long receipts = of(Tally.RECEIPTS_PRINTED);
        return receipts == 0 ? 0 : of(Tally.MILLIMETRES_PRINTED) / receipts;
    }

    private static OptionalInt whole(OptionalLong left, long perPrint) {
        return left.isEmpty() || perPrint == 0
                ? OptionalInt.empty()
                : OptionalInt.of((int) Math.min(Integer.MAX_VALUE, left.getAsLong() / perPrint));
    }
}
