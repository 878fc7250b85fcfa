package kiosk.drivers.truth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import kiosk.contracts.PlainPdf;
import kiosk.device.DeviceSettings;
import kiosk.device.PagePrinter;
import kiosk.drivers.ipp.IppPagePrinterProvider;
import kiosk.drivers.peers.PeerProcess;
import kiosk.drivers.peers.PeerRoom;
import kiosk.drivers.truth.WeakLine.Mood;

/** CUPS's ippeveprinter behind a weak line: a printer nobody here wrote. What it puts out is a line for each sheet in a file. */
final class EvePages implements PaperPeer {
    static final Path PRINTER = Path.of("/usr/sbin/ippeveprinter");
    static final Path BUS = Path.of("/usr/bin/dbus-daemon");
    private static final int SHEETS = EmulatedPages.SHEETS;
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final int FOUR_MEGABYTES = 4 << 20;
    private static final String COMMAND = """
            #!/bin/sh
            here=$(dirname "$0")
            if [ -e "$here/abort" ]; then rm "$here/abort"; exit 1; fi
            if [ -e "$here/jam" ]; then
              echo "STATE: +media-jam-error" >&2
              while [ -e "$here/jam" ]; do sleep 0.1; done
              echo "STATE: -media-jam-error" >&2
            fi
            sheets=$(grep -a -c '/Type /Page ' "$1")
            for sheet in $(seq $sheets); do
              sleep 0.1
              echo "$IPP_JOB_NAME" >> "$here/sheets"
              echo "ATTR: job-impressions-completed=$sheet" >&2
            done
            """;

    private final HttpClient client = HttpClient.newHttpClient();
    private final PeerRoom room = PeerRoom.open();
    private final int port = PeerRoom.freePort();
    private final WeakLine line = new WeakLine(port);
    private final PagePrinter printer;
    private PeerProcess process;

    EvePages() {
        if (!room.write("print", COMMAND).toFile().setExecutable(true)) {
            throw new IllegalStateException("the print command cannot be made executable");
        }
        room.write("sheets", "");
        room.start(
                Map.of(),
                BUS.toString(),
                "--session",
                "--nofork",
                "--nopidfile",
                "--address=unix:path=" + room.file("bus"));
        PeerRoom.await(() -> Files.exists(room.file("bus")), "the bus");
        process = started();
        media(25);
        printer = (PagePrinter) new IppPagePrinterProvider()
                .open(new DeviceSettings("ipp", Map.of("uri", "ipp://127.0.0.1:" + line.port() + "/ipp/print")));
    }

    /** Whether it can be had on this machine. */
    static boolean installed() {
        return Files.isExecutable(PRINTER) && Files.isExecutable(BUS);
    }

    private PeerProcess started() {
        PeerProcess begun = room.start(
                Map.of("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=" + room.file("bus")),
                PRINTER.toString(),
                "-r",
                "off",
                "-n",
                "localhost",
                "-p",
                Integer.toString(port),
                "-d",
                room.file("").toString(),
                "-c",
                room.file("print").toString(),
                "-f",
                "application/pdf",
                "-s",
                "20,20",
                "Kiosk Laser");
        PeerRoom.await(() -> PeerRoom.listening(port), "ippeveprinter");
        return begun;
    }

    private synchronized void kill() {
        process.kill();
    }

    private synchronized void revive() {
        if (!process.isAlive()) {
            process = started();
            media(25);
        }
    }

    private void media(int level) {
        try {
            URI form = URI.create("http://localhost:" + port + "/media?size1=iso_a4_210x297mm&type1=stationery&level1="
                    + level + "&size2=iso_a4_210x297mm&type2=stationery&level2=" + level);
            client.send(HttpRequest.newBuilder(form).build(), BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UncheckedIOException("the printer's form does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void put(String file) {
        room.write(file, "");
    }

    private void take(String file) {
        try {
            Files.deleteIfExists(room.file(file));
        } catch (IOException e) {
            throw new UncheckedIOException("a knob of the printer is stuck", e);
        }
    }

    @Override
    public List<String> hurts() {
        return List.of(UNHURT, "jam", "empty", "abort", "stall", "cut-line", "killed");
    }

    @Override
    public Said print(String document, String hurt, Random random) throws InterruptedException {
        byte[] pdf = PlainPdf.ofPages(SHEETS);
        boolean heavy = hurt.equals("stall") || hurt.equals("cut-line");
        byte[] sent = heavy ? Arrays.copyOf(pdf, FOUR_MEGABYTES) : pdf;
        PagePrinter.Job job = new PagePrinter.Job(document, sent, SHEETS);
        return incident(hurt, random).during(() -> EmulatedPages.said(printer.print(job, PATIENCE, progress -> {})));
    }

    private Incident incident(String hurt, Random random) {
        return switch (hurt) {
            case "jam" -> Incident.of(random, 1, () -> put("jam"), () -> take("jam"));
            case "abort" -> Incident.of(random, 1, () -> put("abort"), () -> take("abort"));
            case "empty" -> Incident.of(random, 300, () -> media(0), () -> media(25));
            case "stall" -> Incident.of(random, 1, () -> line.mood(Mood.SWALLOWS), () -> line.mood(Mood.STRONG));
            case "cut-line" -> Incident.of(random, 1, () -> line.mood(Mood.CUTS), () -> line.mood(Mood.STRONG));
            case "killed" -> Incident.of(random, 500, this::kill, this::revive);
            default -> Incident.of(random, 1, () -> {}, () -> {});
        };
    }

    @Override
    public Out out(String document) {
        try {
            return EmulatedPages.out(document, Files.readAllLines(room.file("sheets")));
        } catch (IOException e) {
            throw new UncheckedIOException("the paper cannot be looked at", e);
        }
    }

    @Override
    public void close() {
        printer.close();
        line.close();
        room.close();
    }
}
