package kiosk.demo.rehearsal;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import kiosk.demo.world.World;
import kiosk.demo.world.WorldClient;

/** A world in a process of its own, and the kiosks that are started in it, each in a process of its own. */
final class Scenery implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(90);

    private final Path out;
    private final ChildProgram world;
    private final WorldClient client;
    private int kiosks;

    Scenery(Path out) throws InterruptedException {
        this.out = out.toAbsolutePath();
        List<String> folders = List.of(
                this.out.resolve("world").toString(), this.out.resolve("kiosk").toString());
        List<String> jvm = List.of("-Xmx512m", "-Djava.awt.headless=true");
        world = ChildProgram.start(
                new ChildProgram.Start(World.class, jvm, folders, this.out.resolve("world.log")), line -> {});
        client = new WorldClient(URI.create(world.awaitLine("ready ", START)));
    }

    WorldClient world() {
        return client;
    }

    Path kioskFolder() {
        return out.resolve("kiosk");
    }

    /** Starts a kiosk that takes no pictures; the listener hears each line it prints. */
    ChildProgram kiosk(Class<?> program, Consumer<String> listener, String... arguments) {
        List<String> jvm = new ArrayList<>(Run.UPRIGHT.jvm(kioskFolder()));
        jvm.add("-Dkiosk.demo.unseen=true");
        List<String> all =
                new ArrayList<>(List.of(out.toString(), client.control().toString()));
        all.addAll(List.of(arguments));
        Path log = kioskFolder().resolve("kiosk-%02d.log".formatted(++kiosks));
        return ChildProgram.start(new ChildProgram.Start(program, jvm, all, log), listener);
    }

    @Override
    public void close() {
        world.close();
    }
}
