package kiosk.drivers.peers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A C source among the tests' resources, compiled into a library when it is needed. */
final class Compiled {
    private Compiled() {}

    /** Compiles that resource in the room and answers the library. */
    static Path library(PeerRoom room, String resource, String... more) {
        Path source = room.file(resource);
        Path library = room.file(resource.replace(".c", ".so"));
        try (InputStream text = Compiled.class.getResourceAsStream("/peers/" + resource)) {
            Files.copy(text, source);
        } catch (IOException e) {
            throw new UncheckedIOException("a C source cannot be copied", e);
        }
        List<String> command = new ArrayList<>(
                List.of(Tool.GCC.path(), "-O1", "-fPIC", "-shared", "-o", library.toString(), source.toString()));
        command.addAll(List.of(more));
        PeerProcess compiler = room.start(Map.of(), command.toArray(String[]::new));
        PeerRoom.await(() -> !compiler.isAlive(), "the compiler");
        if (!Files.exists(library)) {
            throw new IllegalStateException(resource + " does not compile: " + compiler.said());
        }
        return library;
    }
}
