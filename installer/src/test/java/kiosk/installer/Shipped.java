package kiosk.installer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The app image and the package, as the build has just made them. */
final class Shipped {
    static final Path TARGET = Path.of("target").toAbsolutePath();
    static final Path IMAGE = TARGET.resolve("image/kiosk");
    static final Path COMMAND = IMAGE.resolve("bin/kiosk");

    private Shipped() {}

    /** How a command ended. */
    record Ended(int exit, String out) {
        List<String> lines() {
            return out.lines().toList();
        }
    }

    static List<Path> jars() {
        try (Stream<Path> inside = Files.list(IMAGE.resolve("lib/app"))) {
            return inside.filter(it -> it.toString().endsWith(".jar")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("there is no image", e);
        }
    }

    /** The names of everything in the jars, each with its jar's: {@code core.jar!/kiosk/visit/Visit.class}. */
    static List<String> entries() {
        List<String> names = new ArrayList<>();
        eachEntry((name, bytes) -> names.add(name), false);
        return names;
    }

    /** Hands over each entry of our own jars with its bytes. */
    static void eachOfOurs(BiConsumer<String, byte[]> look) {
        eachEntry(look, true);
    }

    private static void eachEntry(BiConsumer<String, byte[]> look, boolean oursWithBytes) {
        for (Path jar : jars()) {
            String name = jar.getFileName().toString();
            if (!oursWithBytes || name.startsWith("kiosk-")) {
                read(jar, name, look, oursWithBytes);
            }
        }
    }

    private static void read(Path jar, String name, BiConsumer<String, byte[]> look, boolean withBytes) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                look.accept(name + "!/" + entry.getName(), withBytes ? bytes(zip, entry) : new byte[0]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a jar cannot be read", e);
        }
    }

    private static byte[] bytes(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }

    /** Runs a command, fifty seconds at most; its output and errors are one. */
    static Ended run(String... command) throws IOException, InterruptedException {
        return run(Map.of(), command);
    }

    /** Runs a command as above, with more in its environment. */
    static Ended run(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(TARGET, "run", ".out");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().remove("DISPLAY");
        builder.environment().putAll(environment);
        Process process = builder.start();
        boolean ended = process.waitFor(50, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly().waitFor();
        }
        String said = Files.readString(out);
        Files.delete(out);
        return new Ended(ended ? process.exitValue() : -1, said);
    }
}
