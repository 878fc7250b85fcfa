package kiosk.sync;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import kiosk.catalogue.Department;
import kiosk.sync.channel.PlatformAddress;
import kiosk.sync.disk.Limits;

/** A terminal with a line to the reference platform. */
final class Online implements AutoCloseable {
    final Province province;
    Sync sync;

    private final Path folder;

    Online(Path folder) throws InterruptedException {
        this.folder = folder;
        province = new Province(folder.resolve("province"));
        sync = admitted("K001");
    }

    /** Another terminal on the same line, once the platform knows it. */
    Sync admitted(String terminal) throws InterruptedException {
        Sync opened = open(terminal);
        BlockingQueue<Set<Department>> heard = new LinkedBlockingQueue<>();
        opened.whenReachChanges(heard::add);
        if (opened.platform().reachable().isEmpty() && heard.poll(20, TimeUnit.SECONDS) == null) {
            throw new AssertionError("the platform was not reached");
        }
        return opened;
    }

    Sync open(String terminal) {
        return Sync.open(settings(terminal, province.address(), folder.resolve(terminal), Optional.empty()));
    }

    static SyncSettings settings(String terminal, PlatformAddress address, Path folder, Optional<Path> key) {
        return new SyncSettings(
                terminal,
                address,
                folder,
                Clock.system(ZoneId.of("Asia/Shanghai")),
                Duration.ofMillis(50),
                Duration.ZERO,
                Optional.empty(),
                key,
                new Limits(0, 64 << 20, 0),
                SyncSettings.Identity.DEMO);
    }

    /** The process ends wherever it is, and a new one begins. */
    void crash() {
        sync.close();
        sync = open("K001");
    }

    @Override
    public void close() {
        sync.close();
        province.close();
    }
}
