package kiosk.demo.rehearsal;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A Java program of this class path in a process of its own; its output goes to a file, line by line, and to a listener. */
public final class ChildProgram implements AutoCloseable {
    private static final Duration FAREWELL = Duration.ofSeconds(10);
    private static final String END = "\u0000end of output";

    private final Process process;
    private final Thread reader;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>(10_000);

    /**
     * How to start a program.
     *
     * @param jvm options of the virtual machine
     * @param log where its output goes
     */
    public record Start(Class<?> program, List<String> jvm, List<String> arguments, Path log) {}

    private ChildProgram(Process process, Path log, Consumer<String> listener) {
        this.process = process;
        reader = new Thread(() -> read(log, listener), "output-of-child");
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts a program; each line it prints is handed to the listener as well. */
    public static ChildProgram start(Start start, Consumer<String> listener) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(start.jvm());
        String coverage = System.getProperty("kiosk.child.jvm", "");
        if (!coverage.isBlank()) {
            command.add(coverage);
        }
        command.addAll(List.of("-Dfile.encoding=UTF-8", "-cp", System.getProperty("java.class.path")));
        command.add(start.program().getName());
        command.addAll(start.arguments());
        try {
            Files.createDirectories(start.log().toAbsolutePath().getParent());
            return new ChildProgram(
                    new ProcessBuilder(command).redirectErrorStream(true).start(), start.log(), listener);
        } catch (IOException e) {
            throw new UncheckedIOException("the program could not be started", e);
        }
    }

    private void read(Path log, Consumer<String> listener) {
        try (BufferedReader out =
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                BufferedWriter file = Files.newBufferedWriter(log)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                file.write(line);
                file.newLine();
                file.flush();
                listener.accept(line);
                offer(line);
            }
        } catch (IOException e) {
            listener.accept("its output broke off: " + e.getMessage());
        }
        offer(END);
    }

    private void offer(String line) {
        while (!lines.offer(line)) {
            lines.poll();
        }
    }

    /** Waits for a line that begins so, and gives what follows it. */
    public String awaitLine(String beginning, Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        for (long left = patience.toNanos(); left > 0; left = until - System.nanoTime()) {
            String line = lines.poll(left, TimeUnit.NANOSECONDS);
            if (line != null && line.startsWith(beginning)) {
                return line.substring(beginning.length()).strip();
            }
            if (END.equals(line)) {
                throw new IllegalStateException("the program ended before it said \"" + beginning + "\"");
            }
        }
        throw new IllegalStateException("the program did not say \"" + beginning + "\" in time");
    }

    /** Waits for its end; the exit code. */
    public int awaitEnd(Duration patience) throws InterruptedException {
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("the program did not end in time");
        }
        return process.exitValue();
    }

    /** Waits until everything it printed before its end has been heard. */
    public void awaitSilence() throws InterruptedException {
        reader.join(FAREWELL.toMillis());
    }

    /** Kills it like a power cut: SIGKILL, without any farewell. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether it runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Its process id. */
    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException impatient) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
