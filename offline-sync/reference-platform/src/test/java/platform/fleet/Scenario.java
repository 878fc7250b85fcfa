package platform.fleet;

/** All that a run depends on; the same scenario runs the same, to the last digit. */
record Scenario(Fleet fleet, Wire wire, Server server, Policy policy, long seed) {
    /** Jiangsu: 2,200 outlets and 10,343 service points. */
    static final int PROVINCE = 2_200 + 10_343;

    static final int EACH = 20;
    static final double CAPACITY = 500;

    private static final double NEVER_FORGETS = Double.POSITIVE_INFINITY;

    /**
     * Who comes back: all links stand within {@code backWithin} seconds; a share of them then flaps for a while.
     *
     * @param helloWithin how long the hellos are spread, in seconds
     */
    record Fleet(int terminals, int each, double backWithin, double flapping, double helloWithin) {
        int submissions() {
            return terminals * each;
        }
    }

    /** The line: one way takes between these many seconds; an answer is lost with this probability, missed after so many seconds. */
    record Wire(double fastest, double slowest, double lostAnswers, double timeout) {
        static final Wire USUAL = new Wire(0.01, 0.05, 0.01, 10);
    }

    /**
     * What answers.
     *
     * @param capacity new submissions a second
     * @param queueSeconds how much work may wait before the rest is turned away
     * @param ledgerSeconds how long the ledger remembers
     */
    record Server(double capacity, double queueSeconds, double ledgerSeconds, Tls tls, Restart restart) {
        static final Restart NEVER = new Restart(Double.POSITIVE_INFINITY, 0);

        Server with(Tls otherTls) {
            return new Server(capacity, queueSeconds, ledgerSeconds, otherTls, restart);
        }

        Server with(Restart otherRestart) {
            return new Server(capacity, queueSeconds, ledgerSeconds, tls, otherRestart);
        }

        Server ofCapacity(double perSecond) {
            return new Server(perSecond, queueSeconds, ledgerSeconds, tls, restart);
        }

        Server remembering(double seconds) {
            return new Server(capacity, queueSeconds, seconds, tls, restart);
        }
    }

    /** The platform goes down and comes up again, its ledger whole and its slots forgotten. */
    record Restart(double at, double seconds) {
        boolean isNow(double now) {
            return now >= at && now < at + seconds;
        }
    }

    /** Where TLS ends: CPU seconds of a handshake, by certificates or by a ticket, on so many cores. */
    record Tls(int cores, double full, double resumed) {
        /** OpenSSL in front of the platform, P-256 on both sides: measured 0.4 ms, taken 1 ms. */
        static final Tls OPENSSL = new Tls(2, 0.001, 0.0002);

        /** A JDK server that ends TLS itself: measured 19 to 23 handshakes a CPU second with its client, so half of that time. */
        static final Tls JDK = new Tls(2, 0.025, 0.009);
    }

    static Scenario province(Policy policy) {
        return scaled(PROVINCE, policy);
    }

    /** Fewer terminals at a platform smaller in proportion, so that time is the same. */
    static Scenario scaled(int terminals, Policy policy) {
        double capacity = CAPACITY * terminals / PROVINCE;
        double queue = policy.isShed() ? 2 : Double.POSITIVE_INFINITY;
        return new Scenario(
                new Fleet(terminals, EACH, 2, 0.02, 60),
                Wire.USUAL,
                new Server(capacity, queue, NEVER_FORGETS, Tls.OPENSSL, Server.NEVER),
                policy,
                20_261_122);
    }

    Scenario with(Server otherServer) {
        return new Scenario(fleet, wire, otherServer, policy, seed);
    }

    Scenario with(Wire otherWire) {
        return new Scenario(fleet, otherWire, server, policy, seed);
    }

    Scenario with(Fleet otherFleet) {
        return new Scenario(otherFleet, wire, server, policy, seed);
    }

    Scenario with(long otherSeed) {
        return new Scenario(fleet, wire, server, policy, otherSeed);
    }

    double idealSeconds() {
        return fleet.submissions() / server.capacity();
    }
}
