package kiosk.drivers.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process started by a test, with its children. */
public final class PeerProcess {
    private static final int SECONDS_TO_DIE = 5;

    private final Process process;
    private final Path log;

    PeerProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Whether it has written that. */
    public boolean hasSaid(String words) {
        return said().contains(words);
    }

    /** All it has written. */
    public String said() {
        try {
            return Files.readString(log, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException("what a peer has said cannot be read", e);
        }
    }

    /** Whether it has not ended. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** The processes it has started that have not ended. */
    public List<ProcessHandle> children() {
        return process.children().filter(ProcessHandle::isAlive).toList();
    }

    /** Kills it and its children with signal 9, and returns when they are gone. */
    public void kill() {
        List<ProcessHandle> family = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        family.forEach(ProcessHandle::destroyForcibly);
        try {
            if (!process.waitFor(SECONDS_TO_DIE, TimeUnit.SECONDS)) {
                throw new IllegalStateException("a killed process does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        PeerRoom.await(() -> family.stream().noneMatch(PeerProcess::lives), "the children of a killed process to end");
    }

    /** A zombie that its new parent has not buried counts as gone. */
    private static boolean lives(ProcessHandle handle) {
        return handle.isAlive() && handle.info().command().isPresent();
    }
}
