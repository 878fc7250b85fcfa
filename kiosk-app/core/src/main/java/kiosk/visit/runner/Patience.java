package kiosk.visit.runner;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import kiosk.visit.ChangingPin;
import kiosk.visit.Collecting;
import kiosk.visit.Ending;
import kiosk.visit.Idle;
import kiosk.visit.PreChecking;
import kiosk.visit.Submitting;
import kiosk.visit.Visit;

/**
 * How long each step waits for a touch, and how long the work behind the steps may take.
 *
 * @param steps by the step's name ({@code FillingForm}); {@link Idle} waits for ever, and what ends by itself is not cut short
 * @param otherwise for steps that are not named
 * @param scan for one page to come in
 * @param receipt for a receipt to come out
 * @param pages for a document to come out
 * @param delivery for the platform to take a submission while the citizen waits
 * @param document for the platform to issue a document while the citizen waits
 */
public record Patience(
        Map<String, Duration> steps,
        Duration otherwise,
        Duration scan,
        Duration receipt,
        Duration pages,
        Duration delivery,
        Duration document) {
    /** Keeps the map from changing. */
    public Patience {
        steps = Map.copyOf(steps);
    }

    /** What holds where the settings say nothing. */
    public static final Patience USUAL = new Patience(
            Map.of(
                    "FillingForm",
                    Duration.ofMinutes(3),
                    "Reviewing",
                    Duration.ofMinutes(3),
                    "Paying",
                    Duration.ofMinutes(3),
                    "AwaitingTechnician",
                    Duration.ofMinutes(3),
                    "UnderMaintenance",
                    Duration.ofMinutes(60)),
            Duration.ofSeconds(90),
            Duration.ofSeconds(60),
            Duration.ofSeconds(30),
            Duration.ofMinutes(3),
            Duration.ofSeconds(10),
            Duration.ofSeconds(15));

    /** How long the step waits for a touch; empty if for ever. */
    public Optional<Duration> of(Visit step) {
        if (step instanceof Idle || endsByItself(step)) {
            return Optional.empty();
        }
        return Optional.of(steps.getOrDefault(step.getClass().getSimpleName(), otherwise));
    }

    private static boolean endsByItself(Visit step) {
        return step instanceof Submitting
                || step instanceof Ending
                || step instanceof PreChecking
                || (step instanceof ChangingPin changing && changing.busy())
                || (step instanceof Collecting collecting && collecting.busy());
    }
}
