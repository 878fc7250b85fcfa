package kiosk.drivers.ipp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import kiosk.contracts.PagePrinterBench;
import kiosk.device.DeviceSettings;
import kiosk.device.PagePrinter;

/** The bench with ippeveprinter of the CUPS project on it, where that is installed: a printer nobody here wrote. */
final class IppEvePrinterBench implements PagePrinterBench {
    static final Path PRINTER = Path.of("/usr/sbin/ippeveprinter");
    static final Path BUS = Path.of("/usr/bin/dbus-daemon");

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<Process> processes = new ArrayList<>();
    private final Path folder;
    private final int port;

    IppEvePrinterBench() throws IOException, InterruptedException {
        folder = Files.createTempDirectory("ippeve");
        port = freePort();
        Path bus = folder.resolve("bus");
        start(Map.of(), BUS.toString(), "--session", "--nofork", "--nopidfile", "--address=unix:path=" + bus);
        await(() -> Files.exists(bus));
        start(
                Map.of("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=" + bus),
                PRINTER.toString(),
                "-r",
                "off",
                "-n",
                "localhost",
                "-p",
                Integer.toString(port),
                "-d",
                folder.toString(),
                "-k",
                "-c",
                command().toString(),
                "-f",
                "application/pdf",
                "-s",
                "20,20",
                "Kiosk Laser");
        await(this::listening);
        refill();
    }

    /** What ippeveprinter does with a document: says how many sheets came out. */
    private Path command() throws IOException {
        Path script = folder.resolve("print");
        Files.writeString(script, """
                #!/bin/sh
                sheets=$(grep -c '/Type /Page ' "$1")
                for sheet in $(seq $sheets); do echo >> "$(dirname "$0")/sheets"; done
                echo "ATTR: job-impressions-completed=$sheets" >&2
                """);
        if (!script.toFile().setExecutable(true)) {
            throw new IOException("the print command cannot be made executable");
        }
        return script;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void start(Map<String, String> environment, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log" + processes.size()).toFile());
        builder.environment().putAll(environment);
        processes.add(0, builder.start());
    }

    /** Something that comes true by itself. */
    private interface Condition {
        boolean holds();
    }

    private void await(Condition condition) throws InterruptedException {
        for (int i = 0; i < 200 && !condition.holds(); i++) {
            if (processes.get(0).waitFor(25, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("the printer did not start");
            }
        }
    }

    private boolean listening() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("localhost", port), 100);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public PagePrinter printer() {
        return (PagePrinter) new IppPagePrinterProvider()
                .open(new DeviceSettings("ipp", Map.of("uri", "ipp://localhost:" + port + "/ipp/print")));
    }

    private void form(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .build();
            client.send(request, BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void media(int level) {
        form("/media?size1=iso_a4_210x297mm&type1=stationery&level1=" + level
                + "&size2=iso_a4_210x297mm&type2=stationery&level2=" + level);
    }

    @Override
    public void emptyPaper() {
        media(0);
    }

    @Override
    public void refill() {
        media(25);
    }

    @Override
    public void tonerLow() {
        form("/supplies?supply0=10&supply1=5&supply2=50&supply3=50&supply4=50");
    }

    @Override
    public int sheetsOut() {
        try {
            return Files.readAllLines(folder.resolve("sheets")).size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        processes.forEach(Process::destroy);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Process process : processes) {
                process.waitFor(5, TimeUnit.SECONDS);
            }
            files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
