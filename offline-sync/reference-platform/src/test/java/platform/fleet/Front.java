package platform.fleet;

import java.util.Arrays;

/** Where TLS ends: a few cores, a bounded backlog, first come first served. */
final class Front {
    private static final double BACKLOG_SECONDS = 5;

    private final Scenario.Tls tls;
    private final double[] free;
    private final Tally tally;

    Front(Scenario.Tls tls, Tally tally) {
        this.tls = tls;
        this.tally = tally;
        free = new double[tls.cores()];
        Arrays.fill(free, 0);
    }

    /** When the handshake is done; never, where the backlog is full and the request for a connection is dropped. */
    double handshake(double now, boolean withTicket) {
        tally.handshake(now);
        int core = 0;
        for (int i = 1; i < free.length; i++) {
            core = free[i] < free[core] ? i : core;
        }
        double begin = Math.max(now, free[core]);
        if (begin - now > BACKLOG_SECONDS) {
            return Double.POSITIVE_INFINITY;
        }
        free[core] = begin + (withTicket ? tls.resumed() : tls.full());
        return free[core];
    }
}
