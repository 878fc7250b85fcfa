package kiosk.visit.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kiosk.device.Fault;
import kiosk.journal.Occurrence;
import kiosk.submission.Submission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A citizen at a terminal, for tests that walk a visit from its beginning to its end. */
abstract class WholeVisits {
    static final Fault JAM = new Fault(Fault.Cause.PAPER_JAM, "");

    VisitingCitizen citizen;

    @BeforeEach
    void somebodyComes() throws InterruptedException {
        citizen = VisitingCitizen.atATerminal();
    }

    @AfterEach
    void theTerminalStops() {
        citizen.close();
        assertThat(citizen.world.journal.occurrences()).doesNotContain(Occurrence.EFFECT_FAILED);
    }

    List<Submission> delivered() {
        return citizen.world.outbox.delivered();
    }
}
