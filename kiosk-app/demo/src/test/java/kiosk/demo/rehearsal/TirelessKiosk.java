package kiosk.demo.rehearsal;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import kiosk.demo.rehearsal.CitizenRobot.Walked;
import kiosk.demo.rehearsal.Playbook.Errand;
import kiosk.demo.rehearsal.Playbook.With;
import kiosk.demo.world.WorldClient;
import kiosk.desktop.KioskApplication;
import kiosk.desktop.KioskApplication.Running;
import kiosk.visit.Idle;

/** A kiosk in a process of its own that serves a robot citizen again and again until it is killed. Says {@code ready} when it serves. */
public final class TirelessKiosk {
    private static final Duration UNTIL_IT_WIPES = Duration.ofMinutes(4);

    private TirelessKiosk() {}

    /** What its citizens come for. */
    enum Round {
        /** An application with the line up. */
        APPLICATION("public-security.no-criminal-record", "110101199003078881", false),
        /** The same with the line cut when it is handed in. */
        APPLICATION_CUT("public-security.no-criminal-record", "110101199003078881", true),
        /** A certificate that is asked for while the line is cut. */
        REQUEST_CUT("medical-insurance.insurance-certificate", "11010519491231002X", true);

        private final String item;
        private final String number;
        private final boolean cut;

        Round(String item, String number, boolean cut) {
            this.item = item;
            this.number = number;
            this.cut = cut;
        }

        Errand errand() {
            return new Errand(item, number, With.ID_CARD, cut);
        }
    }

    /** Arguments: the folder of the run, the world's control address, and the rounds; without any it only stands there and delivers. */
    public static void main(String[] arguments) throws InterruptedException, IOException {
        Path out = Path.of(arguments[0]).toAbsolutePath();
        WorldClient world = new WorldClient(URI.create(arguments[1]));
        Running kiosk = KioskApplication.launched(out.resolve("world").resolve("kiosk-demo.yaml"));
        Moments.watch(kiosk);
        boolean there = Eye.until(() -> kiosk.shown().surroundings().usable().size() == 6
                && kiosk.shown().surroundings().reachable().size() == 4);
        System.out.println(
                there ? "ready" : "not all is there: " + kiosk.shown().surroundings());
        Fingertip finger = new Fingertip(kiosk::scene);
        for (String round : List.of(arguments).subList(2, arguments.length)) {
            CitizenRobot robot = new CitizenRobot(finger, kiosk::shown, world, out.resolve("screens"));
            try {
                Walked walked = robot.walks(Round.valueOf(round).errand());
                System.out.println("walked " + walked.end());
            } catch (IllegalStateException stuck) {
                System.out.println("stuck " + stuck.getMessage());
                world.turn("take-id-card");
                Eye.until(() -> kiosk.shown().visit() instanceof Idle, UNTIL_IT_WIPES);
            }
            world.turn("mend-line");
        }
        if (arguments.length == 2) {
            System.in.transferTo(OutputStream.nullOutputStream());
        }
        kiosk.close();
        Runtime.getRuntime().exit(0);
    }
}
