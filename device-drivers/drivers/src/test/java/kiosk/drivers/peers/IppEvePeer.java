package kiosk.drivers.peers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * ippeveprinter of the CUPS project on a loopback port: a printer nobody here wrote. Its trays and supplies are turned by its own web
 * forms, its mechanics by the command it hands documents to.
 */
public final class IppEvePeer implements AutoCloseable {
    private final HttpClient client = HttpClient.newHttpClient();
    private final PeerRoom room = PeerRoom.open();
    private final int port = PeerRoom.freePort();

    private final Path bus = room.file("bus");
    private @Nullable PeerProcess printer;

    /** Starts it with two full trays, and the message bus it cannot do without. */
    public IppEvePeer() {
        PeerProcess daemon = room.start(
                Map.of(), Tool.DBUS.path(), "--session", "--nofork", "--nopidfile", "--address=unix:path=" + bus);
        PeerRoom.await(() -> Files.exists(bus) || !daemon.isAlive(), "the message bus");
        command();
        room.write("spool/readme", "");
        room.write("sheets", "");
        on();
    }

    /** Switches it on, with A4 in its trays: left alone it would say that it has another size. */
    public void on() {
        printer = room.start(
                Map.of("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=" + bus),
                Tool.IPPEVEPRINTER.path(),
                "-r",
                "off",
                "-n",
                "localhost",
                "-p",
                Integer.toString(port),
                "-d",
                room.file("spool").toString(),
                "-c",
                room.file("print").toString(),
                "-f",
                "application/pdf",
                "-s",
                "20,20",
                "Kiosk Laser");
        PeerRoom.await(() -> PeerRoom.listening(port), "ippeveprinter");
        fill();
    }

    /** Switches it off, by signal 9. */
    public void off() {
        if (printer != null) {
            printer.kill();
            printer = null;
        }
    }

    private void command() {
        try (InputStream script = IppEvePeer.class.getResourceAsStream("/peers/print.sh")) {
            Path command = room.write("print", new String(script.readAllBytes(), StandardCharsets.UTF_8));
            if (!command.toFile().setExecutable(true)) {
                throw new IllegalStateException("the print command cannot be made executable");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the print command cannot be read", e);
        }
    }

    /** The port on the loopback address. */
    public int port() {
        return port;
    }

    /** Host and port. */
    public String address() {
        return "localhost:" + port;
    }

    private void form(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + address() + path))
                    .build();
            client.send(request, BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void trays(int level) {
        form("/media?size1=iso_a4_210x297mm&type1=stationery&level1=" + level
                + "&size2=iso_a4_210x297mm&type2=stationery&level2=" + level);
    }

    /** Empties the trays. */
    public void empty() {
        trays(0);
    }

    /** Fills the trays. */
    public void fill() {
        clear("paper");
        trays(25);
    }

    /** Leaves so many sheets: the printer notices when it wants the next. */
    public void leave(int sheets) {
        room.write("paper", Integer.toString(sheets));
    }

    /** Nearly uses up the toner. */
    public void tonerLow() {
        form("/supplies?supply0=10&supply1=5&supply2=50&supply3=50&supply4=50");
    }

    /** Lays an obstacle for the next job: {@code cover}, {@code jam}, {@code swallow}, {@code slow}, {@code paced} (a little slow) or {@code abort}. */
    public void lay(String obstacle) {
        room.write(obstacle, "");
    }

    /** Takes it away. */
    public void clear(String obstacle) {
        try {
            Files.deleteIfExists(room.file(obstacle));
        } catch (IOException e) {
            throw new UncheckedIOException("an obstacle cannot be taken away", e);
        }
    }

    /** Stops it at its panel. */
    public void pause() {
        foreignJob("STATE: +paused\n");
        PeerRoom.await(() -> says("paused"), "the printer to be stopped");
    }

    /** Gives it somebody else's job, which lasts until it is taken away. */
    public void occupy(boolean occupied) {
        if (occupied) {
            lay("occupied");
            foreignJob("");
            PeerRoom.await(() -> says("processing"), "the printer to be busy");
        } else {
            clear("occupied");
        }
    }

    private void foreignJob(String states) {
        room.write("foreign", states);
        Path document = room.write("document.pdf", "%foreign\n");
        ipptool("-f", document.toString(), "print-job.test");
    }

    private boolean says(String words) {
        return ipptool("-tv", "get-printer-attributes.test").contains(words);
    }

    private String ipptool(String... more) {
        String[] command = new String[more.length + 2];
        command[0] = "/usr/bin/ipptool";
        System.arraycopy(more, 0, command, 1, more.length - 1);
        command[more.length] = "ipp://" + address() + "/ipp/print";
        command[more.length + 1] = more[more.length - 1];
        PeerProcess tool = room.start(Map.of(), command);
        PeerRoom.await(() -> !tool.isAlive(), "ipptool");
        return tool.said();
    }

    /** The sheets it has let out, each with the name of its job. */
    public List<String> sheets() {
        try {
            return Files.readAllLines(room.file("sheets"));
        } catch (IOException e) {
            throw new UncheckedIOException("the output tray cannot be counted", e);
        }
    }

    @Override
    public void close() {
        room.close();
    }
}
