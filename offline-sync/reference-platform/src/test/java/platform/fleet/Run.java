package platform.fleet;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a run came to: the counts second by second, when each terminal was done, and what the ledger says at the end. */
record Run(Scenario scenario, Tally tally, double[] doneAt, End end) {

    /** Not yet delivered; believed delivered and not in the ledger; more than once in the ledger. */
    record End(long left, long lost, long duplicates) {}

    boolean isDrained() {
        return end.left() == 0;
    }

    /** When the last terminal knew that its last submission was there. */
    double seconds() {
        return doneAt[doneAt.length - 1];
    }

    double drainRatio() {
        return seconds() / scenario.idealSeconds();
    }

    /** Requests of every kind, hello too, in the busiest second; in the busiest few where the platform is small. */
    double peakRatio() {
        return Tally.peak(tally.requests(), window()) / scenario.server().capacity();
    }

    /** As many seconds as hold so many requests as one does at the platform of a province; smaller counts are mostly chance. */
    int window() {
        return (int)
                Math.max(1, Math.round(Scenario.CAPACITY / scenario.server().capacity()));
    }

    double requestsPerSubmission() {
        return (double) Tally.sum(tally.requests()) / scenario.fleet().submissions();
    }

    /** Of the platform's work, the part that accepted something. */
    double goodput() {
        return Tally.sum(tally.acceptances()) / Math.max(1, tally.work());
    }

    double handshakePeak() {
        return Tally.peak(tally.handshakes(), 1);
    }

    /** When this share of the terminals was done. */
    double doneAt(double share) {
        return doneAt[(int) Math.max(0, Math.ceil(share * doneAt.length) - 1)];
    }

    ObjectNode json() {
        ObjectNode json = new ObjectMapper().createObjectNode();
        json.put("terminals", scenario.fleet().terminals())
                .put("submissions", scenario.fleet().submissions())
                .put("capacity", rounded(scenario.server().capacity()))
                .put("drained", isDrained());
        if (isDrained()) {
            json.put("drainSeconds", rounded(seconds())).put("drainRatio", rounded(drainRatio()));
        } else {
            json.putNull("drainSeconds").putNull("drainRatio");
        }
        json.put("left", end.left())
                .put("peakRatio", rounded(peakRatio()))
                .put("peakWindowSeconds", window())
                .put("requestsPerSubmission", rounded(requestsPerSubmission()))
                .put("goodput", rounded(goodput()))
                .put("handshakesPerSecondPeak", rounded(handshakePeak()))
                .put("lost", end.lost())
                .put("duplicates", end.duplicates());
        for (double share : new double[] {0.5, 0.99}) {
            put(json, "terminalP" + Math.round(100 * share), doneAt(share));
        }
        put(json, "terminalLast", seconds());
        return json;
    }

    /** The counts second by second, for the plots. */
    ObjectNode series() {
        ObjectNode series = new ObjectMapper().createObjectNode();
        series.set("requests", array(tally.requests()));
        series.set("hellos", array(tally.hellos()));
        series.set("handshakes", array(tally.handshakes()));
        series.set("acceptances", array(tally.acceptances()));
        int[] done = new int[tally.requests().length + 1];
        for (double at : doneAt) {
            if (at < done.length) {
                done[(int) at]++;
            }
        }
        series.set("terminalsDone", array(done));
        return series;
    }

    private static ArrayNode array(int[] counts) {
        ArrayNode array = new ObjectMapper().createArrayNode();
        for (int count : counts) {
            array.add(count);
        }
        return array;
    }

    private static void put(ObjectNode json, String name, double seconds) {
        if (Double.isInfinite(seconds)) {
            json.putNull(name);
        } else {
            json.put(name, rounded(seconds));
        }
    }

    static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }
}
