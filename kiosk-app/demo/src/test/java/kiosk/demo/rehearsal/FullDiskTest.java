package kiosk.demo.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import javafx.scene.Scene;
import javafx.stage.Stage;
import kiosk.demo.world.World;
import kiosk.demo.world.WorldClient;
import kiosk.desktop.Assembly;
import kiosk.desktop.KioskWindow;
import kiosk.desktop.Visits;
import kiosk.desktop.frame.Place;
import kiosk.desktop.widget.Motion;
import kiosk.visit.ChoosingItem;
import kiosk.visit.FillingForm;
import kiosk.visit.Informing;
import kiosk.visit.Visit;
import kiosk.visit.VisitEvent;
import kiosk.visit.runner.Shown;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/** A terminal on a disk of its own that others fill up: the citizen is told before anything is typed. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class FullDiskTest {
    private static final String TILE = "tile-public-security-no-criminal-record";
    private static final String ZHANG = "110101199003078881";
    /** Above the floor, and below what the largest submission needs. */
    private static final long LEFT = 270L << 20;

    @TempDir
    private Path folder;

    private Path disk;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectories(folder.resolve("disk"));
        assumeTrue(
                done("mount", "-t", "tmpfs", "-o", "size=320m", "tmpfs", disk.toString()),
                "a disk needs root to be made");
    }

    @AfterEach
    void unmount() throws Exception {
        if (Files.getFileStore(disk).type().equals("tmpfs")) {
            assertThat(done("umount", disk.toString())).isTrue();
        }
    }

    private static boolean done(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    /** Somebody else's file. */
    private void fill() throws IOException {
        long usable = Files.getFileStore(disk).getUsableSpace();
        Files.write(disk.resolve("filler"), new byte[Math.toIntExact(usable - LEFT)]);
    }

    private void clear() throws IOException {
        Files.delete(disk.resolve("filler"));
    }

    /** A whole terminal with a screen, in this process. */
    private final class Terminal implements AutoCloseable {
        private final AtomicReference<Shown> last = new AtomicReference<>();
        private final AtomicReference<KioskWindow> window = new AtomicReference<>();
        private final World world = new World(folder.resolve("world"));
        private final WorldClient client = new WorldClient(world.control());
        private final Assembly assembly;
        private final Stage stage;
        private final Fingertip finger;

        Terminal() throws Exception {
            assembly = Assembly.open(world.settings(folder.resolve("kiosk.yaml"), disk.resolve("kiosk")), this::draw);
            FxToolkit.registerPrimaryStage();
            stage = Eye.onScreen(Stage::new);
            Scene scene = Eye.onScreen(() -> {
                KioskWindow opened = new KioskWindow(new KioskWindow.Setting(
                        assembly.catalogue(),
                        new Place(assembly.place(), assembly.help()),
                        assembly::code,
                        assembly.workshop(),
                        assembly.warning(),
                        Clock.systemUTC()));
                opened.look().show(Motion.NONE);
                opened.open(stage, new Touches());
                window.set(opened);
                return stage.getScene();
            });
            assembly.start();
            finger = new Fingertip(() -> scene);
            assertThat(Eye.until(() -> last.get() != null
                            && last.get().surroundings().usable().size() == 6
                            && last.get().surroundings().reachable().size() == 4))
                    .isTrue();
        }

        private void draw(Shown shown) {
            last.set(shown);
            window.get().show(shown);
        }

        private final class Touches implements Visits {
            @Override
            public void touch(Shown seen, VisitEvent event) {
                assembly.runner().touch(seen, event);
            }

            @Override
            public void stillHere(Shown seen) {
                assembly.runner().stillHere(seen);
            }
        }

        void comesTo(Class<? extends Visit> step) throws InterruptedException {
            sees(step.getSimpleName(), shown -> step.isInstance(shown.visit()));
        }

        private void sees(String what, Predicate<Shown> holds) throws InterruptedException {
            assertThat(Eye.until(() -> holds.test(last.get())))
                    .as("waited for %s, saw %s", what, last.get())
                    .isTrue();
        }

        void laysCard() throws InterruptedException {
            finger.press("main-action");
            client.turn("lay-id-card", "number", ZHANG);
            comesTo(ChoosingItem.class);
        }

        /** Whether the screen says that nothing is taken now. */
        void isShut(boolean shut) throws InterruptedException {
            assertThat(Eye.until(() -> finger.text("shut").isPresent() == shut)).isTrue();
        }

        @Override
        public void close() {
            Eye.onScreen(() -> {
                stage.hide();
                return stage;
            });
            assembly.close();
            world.close();
        }
    }

    @Test
    void aCitizenIsToldBeforeAnythingIsTypedAndServedAgainByItselfWhenThereIsRoom() throws Exception {
        try (Terminal terminal = new Terminal()) {
            Fingertip finger = terminal.finger;
            terminal.laysCard();
            assertThat(finger.sees(TILE)).isTrue();
            fill();
            terminal.isShut(true);
            assertThat(finger.text("shut")).get().asString().contains("本机存满了");
            assertThat(finger.sees(TILE)).isFalse();
            finger.eye().picture(Folders.target().resolve("full-disk/home.png"));
            clear();
            terminal.isShut(false);
            assertThat(finger.sees(TILE)).isTrue();
            finger.eye().picturesAreKept();
        }
    }

    @Test
    @Tag("soak")
    void itIsSaidOnTheIdleScreenAndWhileTheGuideIsReadAndTakenBackWhenThereIsRoom() throws Exception {
        try (Terminal terminal = new Terminal()) {
            Fingertip finger = terminal.finger;
            fill();
            terminal.isShut(true);
            finger.eye().picture(Folders.target().resolve("full-disk/idle.png"));
            clear();
            terminal.isShut(false);
            terminal.laysCard();
            finger.press(TILE);
            terminal.comesTo(Informing.class);
            fill();
            terminal.sees("a full disk", shown -> !shown.surroundings().queueOpen());
            finger.press("main-action");
            terminal.comesTo(ChoosingItem.class);
            terminal.isShut(true);
            clear();
            terminal.isShut(false);
            finger.press(TILE);
            terminal.comesTo(Informing.class);
            finger.press("main-action");
            terminal.comesTo(FillingForm.class);
            finger.eye().picturesAreKept();
        }
    }
}
