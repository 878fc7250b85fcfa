package kiosk.desktop.technician.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import kiosk.desktop.Samples;
import kiosk.visit.AwaitingTechnician;
import kiosk.visit.Finishing;
import kiosk.visit.Idle;
import kiosk.visit.Visit;
import org.junit.jupiter.api.Test;

class KnockTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T00:00:00Z"));
    private final Clock clock = moving();

    private Clock moving() {
        return new Clock() {
            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        };
    }

    @Test
    void fiveTouchesInThreeSecondsKnockAndSlowOnesDoNot() {
        Knock knock = new Knock(clock);
        touch(knock, 10, 900, new Idle());
        assertThat(knock.opens(new Idle())).isFalse();
        now.updateAndGet(it -> it.plusSeconds(9));
        touch(knock, 4, 300, new Idle());
        assertThat(knock.opens(new Idle())).isFalse();
        touch(knock, 1, 300, new Idle());
        assertThat(knock.opens(new Idle())).isTrue();
        assertThat(knock.opens(new Idle())).isFalse();
    }

    @Test
    void aKnockDuringAVisitIsRememberedAndOneDuringMaintenanceIsNot() {
        Knock knock = new Knock(clock);
        Finishing visit = new Finishing(Samples.CITIZEN);
        touch(knock, 5, 300, visit);
        assertThat(knock.opens(visit)).isFalse();
        assertThat(knock.opens(new Idle())).isTrue();
        touch(knock, 5, 300, new AwaitingTechnician());
        assertThat(knock.opens(new Idle())).isFalse();
    }

    private void touch(Knock knock, int times, long apart, Visit visit) {
        for (int i = 0; i < times; i++) {
            now.updateAndGet(it -> it.plusMillis(apart));
            knock.touch(visit);
        }
    }
}
