package kiosk.twin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kiosk.submission.PrintLedger;
import kiosk.submission.SubmissionId;

/** A ledger of prints in memory. */
public final class PaperLedger implements PrintLedger {
    private final Map<UUID, Line> lines = new LinkedHashMap<>();
    private boolean full;

    /** One attempt; its outcome is empty while it runs. */
    public record Line(SubmissionId id, Paper paper, Optional<Outcome> outcome) {}

    /** Takes nothing more. */
    public synchronized void fill() {
        full = true;
    }

    public synchronized List<Line> lines() {
        return List.copyOf(lines.values());
    }

    @Override
    public synchronized Optional<UUID> begins(SubmissionId id, Paper paper) {
        if (full) {
            return Optional.empty();
        }
        UUID attempt = UUID.randomUUID();
        lines.put(attempt, new Line(id, paper, Optional.empty()));
        return Optional.of(attempt);
    }

    @Override
    public synchronized void ended(UUID attempt, Outcome outcome) {
        lines.computeIfPresent(attempt, (same, it) -> new Line(it.id(), it.paper(), Optional.of(outcome)));
    }

    @Override
    public synchronized int printed(SubmissionId id, Paper paper) {
        return (int) lines.values().stream()
                .filter(it -> it.id().equals(id) && it.paper() == paper)
                .filter(it -> !it.outcome().equals(Optional.of(Outcome.NOT_OUT)))
                .count();
    }
}
