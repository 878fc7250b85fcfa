package kiosk.sync.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import kiosk.catalogue.Department;
import kiosk.form.Problem;
import kiosk.sync.channel.PlatformAddress;
import kiosk.sync.channel.Trust;
import kiosk.sync.seal.KeyShelf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The probe goes on whatever happens to it, and believes no more than it can. */
class StatusProbeTest {
    @TempDir
    private Path folder;

    private static Wire nowhere() {
        return new Wire(new PlatformAddress(URI.create("http://127.0.0.1:9")), "K001", Trust.of(Optional.empty()));
    }

    private KeyShelf shelf() {
        return new KeyShelf(folder.resolve("platform.keys"), Optional.empty());
    }

    @Test
    void whatStumblesBeforeEachLookDoesNotDoSoWithoutEndAtOnce() throws Exception {
        BlockingQueue<Boolean> looks = new LinkedBlockingQueue<>();
        try (Wire wire = nowhere();
                StatusProbe stumbling = new StatusProbe(
                        wire, shelf(), new StatusProbe.Pace(Duration.ofHours(1), Duration.ofHours(1)), () -> {
                            looks.add(true);
                            throw new IllegalStateException("the keys are out");
                        })) {
            stumbling.start();
            assertThat(looks.poll(20, TimeUnit.SECONDS)).isTrue();
            assertThat(looks.poll(100, TimeUnit.MILLISECONDS)).isNull();
            stumbling.soon();
            assertThat(looks.poll(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void whatCannotBeTheNameOfAFieldIsNotTaken() throws Exception {
        String body = "{\"problems\":[{\"field\":\"lease\"},{\"field\":\"张三 110101199003078881\"}]}";
        assertThat(Json.parse(body.getBytes(StandardCharsets.UTF_8)).problems())
                .extracting(Problem::field)
                .containsExactly(Optional.of("lease"), Optional.empty());
    }

    @Test
    void aKeyThatIsNotTheOneItsIdSaysIsNotKept() throws Exception {
        String key = new kiosk.sync.seal.Opener().announces();
        String body = "{\"departments\":{\"tax\":true},\"keys\":" + key.replaceFirst("[0-9a-f]{16}", "0123456789abcdef")
                + "}";
        String head = "HTTP/1.1 200 OK\r\nPlatform-Version: 2\r\nContent-Type: application/json";
        try (RawServer liar = RawServer.saying(head, body);
                Wire other = new Wire(liar.address(), "K001", Trust.of(Optional.empty()));
                StatusProbe lied = new StatusProbe(other, shelf(), Duration.ofHours(1))) {
            BlockingQueue<Set<Department>> heard = new LinkedBlockingQueue<>();
            lied.whenChanged(heard::add);
            lied.start();
            assertThat(heard.poll(20, TimeUnit.SECONDS)).containsExactly(Department.TAX);
            assertThat(shelf().recipients()).isEmpty();
        }
    }
}
