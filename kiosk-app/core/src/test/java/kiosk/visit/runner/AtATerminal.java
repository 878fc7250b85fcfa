package kiosk.visit.runner;

import kiosk.visit.Idle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A terminal that has just started, and nobody stands before it. */
class AtATerminal {
    Bench bench;

    @BeforeEach
    void aTerminalStarts() throws InterruptedException {
        bench = new Bench();
        bench.audience.sees(Idle.class);
    }

    @AfterEach
    void theTerminalStops() {
        bench.close();
    }
}
