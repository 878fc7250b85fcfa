package kiosk.demo;

import com.sun.jna.NativeLibrary;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import kiosk.demo.dock.Dock;
import kiosk.demo.dock.Easel;
import kiosk.demo.rehearsal.ChildProgram;
import kiosk.demo.world.Cast;
import kiosk.demo.world.World;
import kiosk.demo.world.WorldClient;
import kiosk.desktop.KioskApplication;
import kiosk.desktop.KioskApplication.Running;
import kiosk.visit.Paying;

/** The demo on a display: the world in a process of its own, the terminal's window in this one, and the dock beside it. */
final class DemoWindow {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Map<String, String> PACKAGES =
            Map.of("libgtk-3.so.0", "libgtk-3-0", "libXtst.so.6", "libxtst6");

    private DemoWindow() {}

    /** Opens it and returns when the dock has been closed; whether it could be opened. */
    static boolean open(Path folder) throws InterruptedException {
        List<String> missing = missingPackages();
        if (!missing.isEmpty()) {
            System.out.println("A window needs GTK 3 and XTest. Please install: apt-get install libgtk-3-0 libxtst6"
                    + " (missing here: " + String.join(", ", missing)
                    + "). Without a display (DISPLAY unset) the rehearsal runs instead.");
            return false;
        }
        Path out = folder.toAbsolutePath();
        Path world = out.resolve("world");
        List<String> folders = List.of(world.toString(), out.resolve("kiosk").toString());
        List<String> jvm = List.of("-Xmx512m", "-Djava.awt.headless=true");
        try (ChildProgram started = ChildProgram.start(
                new ChildProgram.Start(World.class, jvm, folders, out.resolve("world.log")), line -> {})) {
            WorldClient client = new WorldClient(URI.create(started.awaitLine("ready ", START)));
            serve(world.resolve("kiosk-demo.yaml"), client);
        }
        return true;
    }

    private static void serve(Path settings, WorldClient world) throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        try (Running kiosk = KioskApplication.launched(settings)) {
            Platform.runLater(() -> {
                Dock dock = new Dock(world, new Cast().members(), () -> openOrder(kiosk));
                Easel.show(kiosk.stage(), dock);
                dock.getScene().getWindow().setOnHidden(gone -> closed.countDown());
            });
            System.out.println("demo: the terminal and the dock are open; closing the dock ends the demo");
            closed.await();
        }
    }

    private static Optional<String> openOrder(Running kiosk) {
        return kiosk.shown().visit() instanceof Paying paying && paying.order().isPresent()
                ? Optional.of(paying.matter().id().toString())
                : Optional.empty();
    }

    private static List<String> missingPackages() {
        List<String> missing = new ArrayList<>();
        PACKAGES.forEach((library, name) -> {
            if (!loads(library)) {
                missing.add(name);
            }
        });
        return missing;
    }

    private static boolean loads(String library) {
        try {
            NativeLibrary.getInstance(library);
            return true;
        } catch (UnsatisfiedLinkError notInstalled) {
            return false;
        }
    }
}
