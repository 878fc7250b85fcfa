package kiosk.demo.rehearsal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import kiosk.demo.world.WorldClient;
import kiosk.desktop.technician.door.DoorFiles;
import kiosk.desktop.technician.door.Ocra;
import kiosk.device.DeviceKind;
import kiosk.visit.AwaitingTechnician;
import kiosk.visit.Idle;
import kiosk.visit.UnderMaintenance;
import kiosk.visit.Visit;
import kiosk.visit.runner.Shown;

/** A technician who knocks, proves who they are, looks at every page, tests, signs the hand-over and goes. */
final class TechnicianRobot {
    private static final String NUMBER = "1042";
    private static final String PIN = "482915";
    private static final int MOST_KNOCKS = 4;
    private static final Duration ANSWERED = Duration.ofSeconds(2);

    private final Fingertip finger;
    private final Supplier<Shown> shown;
    private final WorldClient world;
    private final Path pictures;
    private final List<String> screens = new ArrayList<>();

    TechnicianRobot(Fingertip finger, Supplier<Shown> shown, WorldClient world, Path pictures) {
        this.finger = finger;
        this.shown = shown;
        this.world = world;
        this.pictures = pictures;
    }

    /** Walks; the answer is the pictures taken. The terminal's PIN and the technician's key are set in that data folder before. */
    List<String> walks(Path data) throws InterruptedException {
        DoorFiles files = DoorFiles.in(data, data.resolve("technician.pin"));
        files.pin().set(PIN.toCharArray());
        comesIn(HexFormat.of().parseHex(files.secrets().renew(Integer.parseInt(NUMBER))));
        looksAtDevices();
        tests();
        handsOver();
        finger.press("main-action");
        waitFor(Idle.class);
        return List.copyOf(screens);
    }

    private void comesIn(byte[] key) throws InterruptedException {
        for (int knock = 0; knock < MOST_KNOCKS && !isAt(AwaitingTechnician.class); knock++) {
            for (int i = 0; i < 5; i++) {
                finger.press("place");
            }
            Eye.until(() -> isAt(AwaitingTechnician.class), ANSWERED);
        }
        waitFor(AwaitingTechnician.class);
        picture("door");
        type(NUMBER);
        type(PIN);
        picture("challenge");
        String challenge = finger.text("challenge").orElse("").replace(" ", "");
        type(Ocra.DOOR.answer(key, challenge));
        waitFor(UnderMaintenance.class);
    }

    private void type(String digits) throws InterruptedException {
        for (int i = 0; i < digits.length(); i++) {
            finger.press("key-" + digits.charAt(i));
        }
        finger.press("main-action");
    }

    private void looksAtDevices() throws InterruptedException {
        Eye.until(() -> !finger.idsBeginning("notice-done").isEmpty()
                || !finger.idsBeginning("cause-").isEmpty());
        picture("board");
        for (DeviceKind kind : DeviceKind.values()) {
            String word = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
            finger.press("device-" + word);
            picture("device-" + word);
            finger.press("back");
        }
    }

    private void tests() throws InterruptedException {
        finger.press("tab-tests");
        picture("tests");
        opens("code-scanner", "code");
        scansASheet();
        opens("id-card-reader", "back");
        opens("social-card-reader", "back");
        printsAReceipt();
        printsAPage();
        opens("network", "hop-platform");
        for (String test : List.of("speaker", "clock", "disk", "memory", "database")) {
            opens(test, "notice-");
        }
        finger.press("back");
        wipesTheScreen();
        finger.press("tab-devices");
        finger.press("device-id-card-reader");
        finger.press("device-rebind");
        picture("place");
        finger.press("back");
        finger.press("back");
    }

    private void scansASheet() throws InterruptedException {
        world.turn("lay-sheet", "title", "检测");
        opens("document-scanner", "answer-yes");
        finger.press("answer-yes");
        sees("sheet-with-cells");
        picture("sheet");
        world.turn("take-sheets");
    }

    /** Its code stays unread: nobody holds the paper before the scanner. */
    private void printsAReceipt() throws InterruptedException {
        String before = world.ask("receipts-out");
        opens("receipt-printer", "back");
        Eye.until(() -> !world.ask("receipts-out").equals(before));
        picture("receipt-scan");
    }

    private void printsAPage() throws InterruptedException {
        opens("page-printer", "answer-yes");
        for (String question : List.of("frame", "steps", "streaks")) {
            sees("answer-yes");
            picture("page-" + question);
            finger.press("answer-yes");
        }
        sees("notice-done");
        picture("page-ended");
    }

    private void wipesTheScreen() throws InterruptedException {
        finger.press("test-touch-screen");
        sees("touch-pane");
        picture("touch");
        finger.wipes("touch-pane");
        picture("touch-two");
        if (!Eye.until(() -> !finger.sees("touch-pane"))) {
            throw new IllegalStateException("the test of the touch screen does not end");
        }
        picture("tests-done");
    }

    /** Begins a test and takes a picture when it shows that, or something whose name begins so. */
    private void opens(String test, String sign) throws InterruptedException {
        if (finger.sees("back")) {
            finger.press("back");
        }
        finger.press("test-" + test);
        sees(sign);
        picture("test-" + test);
    }

    private void handsOver() throws InterruptedException {
        finger.press("tab-queue");
        picture("queue");
        finger.press("tab-versions");
        picture("versions");
        finger.press("tab-report");
        picture("report");
        finger.press("report-sign");
        picture("sign");
        finger.scribbleOn("signature");
        finger.press("report-keep");
        sees("notice-done");
        picture("hand-over");
    }

    private void sees(String id) throws InterruptedException {
        boolean any = id.endsWith("-");
        if (!Eye.until(() -> any ? !finger.idsBeginning(id).isEmpty() : finger.sees(id))) {
            picture("stuck");
            throw new IllegalStateException("#" + id + " is never seen");
        }
    }

    private void waitFor(Class<? extends Visit> step) throws InterruptedException {
        if (!Eye.until(() -> isAt(step))) {
            picture("stuck");
            throw new IllegalStateException("nothing leads to " + step.getSimpleName());
        }
    }

    private boolean isAt(Class<? extends Visit> step) {
        return step.isInstance(shown.get().visit());
    }

    private void picture(String name) throws InterruptedException {
        finger.settles();
        String file = "%02d-%s.png".formatted(screens.size() + 1, name);
        finger.eye().picture(pictures.resolve(file));
        screens.add(pictures.getFileName() + "/" + file);
    }
}
