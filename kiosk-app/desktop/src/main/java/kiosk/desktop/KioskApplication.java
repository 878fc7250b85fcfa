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
    private static final CompletableFuture<Shown> FIRST = new CompletableFuture<>();
    private static final AtomicReference<@Nullable Assembly> ASSEMBLY = new AtomicReference<>();
    private static final AtomicReference<@Nullable Shown> LAST = new AtomicReference<>();
    private static final AtomicReference<@Nullable KioskWindow> WINDOW = new AtomicReference<>();

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
        Assembly assembly = Assembly.open(settings, KioskApplication::draw);
        try {
            ASSEMBLY.set(assembly);
            Application.launch(KioskApplication.class);
        } finally {
            assembly.close();
        }
    }

    /** Starts the shell on a thread of its own and waits, half a minute at most, until it shows something. */
    public static Running launched(Path settings) throws InterruptedException {
        Thread thread = new Thread(() -> run(settings), "shell");
        thread.setDaemon(true);
        thread.start();
        return RUNNING.thenCombine(FIRST, (running, shown) -> running)
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }

    private static void draw(Shown shown) {
        LAST.set(shown);
        FIRST.complete(shown);
        Objects.requireNonNull(WINDOW.get()).show(shown);
    }

    @Override
    public void start(Stage stage) {
        Assembly assembly = Objects.requireNonNull(ASSEMBLY.get());
        KioskWindow window = new KioskWindow(setting(assembly));
        WINDOW.set(window);
        window.open(stage, visits(assembly.runner()));
        assembly.start();
        RUNNING.complete(new Running(assembly, stage, LAST));
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
}
