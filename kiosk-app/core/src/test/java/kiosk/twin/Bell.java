package kiosk.twin;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import kiosk.visit.Announcer;

/** Calls that can be counted. */
public final class Bell implements Announcer {
    public final BlockingQueue<Left> calls = new LinkedBlockingQueue<>();

    @Override
    public void call(Left what) {
        calls.add(what);
    }

    @Override
    public boolean audible() {
        return true;
    }
}
