package kiosk.desktop;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Stage;
import kiosk.desktop.frame.Place;
import kiosk.visit.VisitEvent;
import kiosk.visit.runner.Shown;
import kiosk.visit.runner.VisitRunner;
import org.jspecify.annotations.Nullable;

/** The shell as a JavaFX program: one to a process. */
public final class KioskApplication extends Application {
    private static final CompletableFuture<Running> RUNNING = new CompletableFuture<>();
    private static final AtomicReference<@Nullable Path> SETTINGS = new AtomicReference<>();

    private volatile @Nullable Assembly assembly;

    /** The running shell, for whoever started it in this process. */
    public record Running(Assembly assembly, Stage stage, AtomicReference<@Nullable Shown> last)
            implements AutoCloseable {
        /** What is shown now. */
        public Shown shown() {
            return Objects.requireNonNull(last.get(), "nothing is shown yet");
        }

        /** The scene on the screen. */
        public Scene scene() {
            return stage.getScene();
        }

        @Override
        public void close() {
            assembly.close();
        }
    }

    /**
     * Runs the shell; returns when it has ended.
     *
     * @throws CannotStart if the terminal cannot start as it is set up
     */
    static void run(Path settings) {
        SETTINGS.set(settings);
        Assembly.check(settings);
        Application.launch(KioskApplication.class);
    }

    /** Starts the shell on a thread of its own and waits, half a minute at most, until it shows something. */
    public static Running launched(Path settings) throws InterruptedException {
        Thread thread = new Thread(() -> run(settings), "shell");
        thread.setDaemon(true);
        thread.start();
        return RUNNING.orTimeout(30, TimeUnit.SECONDS).join();
    }

    @Override
    public void start(Stage stage) {
        AtomicReference<@Nullable Shown> last = new AtomicReference<>();
        AtomicReference<@Nullable KioskWindow> screen = new AtomicReference<>();
        Assembly opened = Assembly.open(Objects.requireNonNull(SETTINGS.get()), shown -> {
            last.set(shown);
            Objects.requireNonNull(screen.get()).show(shown);
            RUNNING.complete(new Running(Objects.requireNonNull(assembly), stage, last));
        });
        assembly = opened;
        KioskWindow window = new KioskWindow(setting(opened));
        screen.set(window);
        window.open(stage, visits(opened.runner()));
        opened.start();
    }

    private static KioskWindow.Setting setting(Assembly assembly) {
        return new KioskWindow.Setting(
                assembly.catalogue(),
                new Place(assembly.place(), assembly.help()),
                assembly::code,
                assembly.workshop(),
                assembly.warning(),
                Clock.system(ZoneId.of("Asia/Shanghai")));
    }

    private static Visits visits(VisitRunner runner) {
        return new Visits() {
            @Override
            public void touch(Shown seen, VisitEvent event) {
                runner.touch(seen, event);
            }

            @Override
            public void stillHere(Shown seen) {
                runner.stillHere(seen);
            }
        };
    }

    @Override
    public void stop() {
        Assembly opened = assembly;
        if (opened != null) {
            opened.close();
        }
    }
}
