package kiosk.demo;

import java.nio.file.Path;
import java.util.List;
import kiosk.demo.rehearsal.Rehearsal;

/** The demo: with a display a window and a dock beside it, without one the rehearsal of every shipped service. */
public final class DemoKiosk {
    private DemoKiosk() {}

    /** The first argument, if any, is the folder to write into; further ones are the items to rehearse, else all are. */
    public static void main(String[] arguments) throws InterruptedException {
        Path target = Path.of(arguments.length > 0 ? arguments[0] : "target");
        List<String> items = List.of(arguments).subList(Math.min(1, arguments.length), arguments.length);
        boolean display = System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
        boolean well = display
                ? DemoWindow.open(target.resolve("demo"))
                : new Rehearsal(target.resolve("rehearsal"), items, System.out).run();
        Runtime.getRuntime().exit(well ? 0 : 1);
    }
}
