package kiosk.drivers.escl;

import java.io.IOException;
import java.net.ProtocolException;
import java.net.URI;

/**
 * A scan job at the scanner.
 *
 * @param path where it lives there; host and port of what the scanner names are not trusted
 * @param wanted how finely was asked for
 * @param dotsPerInch how finely it scans
 */
record EsclJob(String path, boolean fromFeeder, int wanted, int dotsPerInch) {
    private static final int LONGEST_PATH = 300;

    static EsclJob at(String location, boolean fromFeeder, int wanted, int dotsPerInch) throws IOException {
        try {
            String path = URI.create(location).getRawPath();
            if (path == null || !path.startsWith("/") || path.startsWith("//") || path.length() > LONGEST_PATH) {
                throw new ProtocolException("a job nowhere");
            }
            return new EsclJob(
                    path.endsWith("/") ? path.substring(0, path.length() - 1) : path, fromFeeder, wanted, dotsPerInch);
        } catch (IllegalArgumentException noUri) {
            throw new ProtocolException("a job nowhere");
        }
    }

    String nextDocument() {
        return path + "/NextDocument";
    }
}
