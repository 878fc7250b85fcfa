package kiosk.sync.http;

import java.io.IOException;

/** A connection could not be made, or what came over it is no HTTP: asking again at once is of no use. */
public final class Vain extends IOException {
    private static final long serialVersionUID = 1;

    Vain(Exception cause) {
        super(cause);
    }

    Vain(String why) {
        super(why);
    }
}
