package kiosk.sync.power;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process whose every wish to the disk is written down, by a small library loaded before all others (trace.c). */
public final class Traced {
    private static final int HEAD = 17;

    private final Path library;

    private Traced(Path library) {
        this.library = library;
    }

    /** One wish, or one mark that the process left between its wishes. */
    public record Wish(char kind, int file, long offset, byte[] bytes) {
        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** Builds the library. */
    public static Traced builtIn(Path folder) throws IOException, InterruptedException {
        Path source = folder.resolve("trace.c");
        try (InputStream in = Traced.class.getResourceAsStream("/power/trace.c")) {
            Files.copy(java.util.Objects.requireNonNull(in), source);
        }
        Path library = folder.resolve("libtrace.so");
        List<String> compile = List.of(
                "gcc", "-shared", "-fPIC", "-O1", "-o", library.toString(), source.toString(), "-ldl", "-pthread");
        Process gcc = new ProcessBuilder(compile).inheritIO().start();
        if (!gcc.waitFor(60, TimeUnit.SECONDS) || gcc.exitValue() != 0) {
            throw new IllegalStateException("gcc does not build trace.c: apt-get install gcc libc6-dev");
        }
        return new Traced(library);
    }

    /** Runs a class of ours on that folder to its end; {@code also} is added to its surroundings. */
    public List<Wish> run(Class<?> main, Path folder, Map<String, String> also, String... values)
            throws IOException, InterruptedException {
        Path trace = Files.createTempFile(folder.getParent(), "wishes", ".trace");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                folder.toString()));
        command.addAll(List.of(values));
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment()
                .putAll(Map.of(
                        "TRACE_FOLDER", folder.toString(),
                        "TRACE_FILE", trace.toString(),
                        "LD_PRELOAD", library.toString()));
        builder.environment().putAll(also);
        Process process = builder.start();
        if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IllegalStateException("the traced process failed");
        }
        return read(ByteBuffer.wrap(Files.readAllBytes(trace)).order(ByteOrder.LITTLE_ENDIAN));
    }

    private static List<Wish> read(ByteBuffer trace) {
        List<Wish> wishes = new ArrayList<>();
        while (trace.remaining() >= HEAD) {
            char kind = (char) trace.get();
            int file = trace.getInt();
            long offset = trace.getLong();
            byte[] bytes = new byte[trace.getInt()];
            trace.get(bytes);
            wishes.add(new Wish(kind, file, offset, bytes));
        }
        return wishes;
    }
}
