package kiosk.sync.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutationsTest {
    private static final int EACH = 60;

    @TempDir
    private Path folder;

    /** One of several processes that write to the list. */
    static final class Writer {
        private Writer() {}

        public static void main(String[] name) throws IOException {
            for (int i = 0; i < EACH; i++) {
                Mutations.foundOut(name[0] + i, "a test");
            }
        }
    }

    @Test
    void whatSeveralProcessesFoundOutAtOnceIsAllInTheList() throws Exception {
        List<Process> writers = new ArrayList<>();
        for (String name : List.of("A", "B")) {
            writers.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Writer.class.getName(),
                            name)
                    .directory(folder.toFile())
                    .inheritIO()
                    .start());
        }
        for (Process writer : writers) {
            assertThat(writer.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(writer.exitValue()).isZero();
        }
        assertThat(new ObjectMapper()
                        .readTree(folder.resolve("target/soak/mutations.json").toFile())
                        .size())
                .isEqualTo(2 * EACH);
    }
}
