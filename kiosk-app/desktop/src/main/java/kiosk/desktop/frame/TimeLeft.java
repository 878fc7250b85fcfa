package kiosk.desktop.frame;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** How much of a step's patience is left, as a thin bar. */
final class TimeLeft extends Pane {
    private final Region left = new Region();
    private final Duration warning;
    private Optional<Instant> deadline = Optional.empty();
    private Duration whole = Duration.ofSeconds(1);

    TimeLeft(Duration warning) {
        this.warning = warning;
        setId("time-left");
        getStyleClass().add("time-left");
        left.getStyleClass().add("time-left-bar");
        getChildren().add(left);
    }

    /** A patience that ends then; empty if never. */
    void until(Optional<Instant> end, Clock clock) {
        if (!deadline.equals(end)) {
            deadline = end;
            whole = end.map(it -> Duration.between(clock.instant(), it)).orElse(whole);
        }
        left.setVisible(end.isPresent());
    }

    /** Draws what is left; the answer is the seconds to warn of, empty while there is time enough. */
    Optional<Long> tick(Clock clock) {
        if (deadline.isEmpty()) {
            return Optional.empty();
        }
        Duration remaining = Duration.between(clock.instant(), deadline.get());
        double part = Math.max(0, (double) remaining.toMillis() / Math.max(1, whole.toMillis()));
        left.resizeRelocate(0, 0, getWidth() * Math.min(1, part), getHeight());
        Duration warnAt = whole.dividedBy(3).compareTo(warning) < 0 ? whole.dividedBy(3) : warning;
        return remaining.compareTo(warnAt) < 0
                ? Optional.of(Math.max(0, (remaining.toMillis() + 999) / 1000))
                : Optional.empty();
    }

    @Override
    protected void layoutChildren() {
        left.resize(left.getWidth(), getHeight());
    }
}
