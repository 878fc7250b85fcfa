package kiosk.drivers.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.stream.Stream;
import kiosk.drivers.fuzz.ShortDose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever saned answers: its list, its options, what it says of the page, and then the page. */
class SaneFuzzTest {
    private static final InetSocketAddress NOWHERE = new InetSocketAddress(0);
    private static final long MOST_BYTES = 100_000;
    private static final int LARGEST_PAGE = 1 << 19;

    static Stream<byte[]> wellFormed() throws IOException {
        return Stream.of(conversation(0, 1, 96, 32, 4, 8), conversation(1, 1, 96, 32, -1, 8));
    }

    private static byte[] conversation(int... parameters) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        listAndOpen(out);
        words(out, 5);
        option(out, "resolution", SaneOption.INT, 4, 1);
        words(out, 0, 50, 600, 1);
        option(out, "mode", SaneOption.STRING, 12, 3);
        words(out, 2);
        texts(out, "Gray", "Color");
        option(out, "depth", SaneOption.INT, 4, 2);
        words(out, 3, 2, 8, 16);
        option(out, "br-x", SaneOption.FIXED, 4, 0);
        words(out, 1);
        words(out, 0, 0, SaneOption.STRING, 12, 12);
        out.write(new byte[12]);
        words(out, 0);
        setTo(out, 8);
        setTo(out, 300);
        setTo(out, 210 << 16);
        words(out, 0);
        words(out, parameters);
        words(out, 4 * 96);
        out.write(new byte[4 * 96]);
        words(out, -1);
        out.write(5);
        return bytes.toByteArray();
    }

    private static void listAndOpen(DataOutputStream out) throws IOException {
        words(out, 0, 2, 0);
        texts(out, "test:0", "Noname", "frontend-tester", "virtual device");
        words(out, 1, 0, 0, 0);
    }

    private static void option(DataOutputStream out, String name, int type, int size, int constraint)
            throws IOException {
        words(out, 0);
        texts(out, name, "title", "what it does");
        words(out, type, SaneOption.MILLIMETRES, size, 5, constraint);
    }

    private static void setTo(DataOutputStream out, int value) throws IOException {
        words(out, 0, 0, SaneOption.INT, 4, 1, value, 0);
    }

    private static void words(DataOutputStream out, int... words) throws IOException {
        for (int word : words) {
            out.writeInt(word);
        }
    }

    private static void texts(DataOutputStream out, String... texts) throws IOException {
        for (String text : texts) {
            out.writeInt(text.length() + 1);
            out.writeBytes(text);
            out.write(0);
        }
    }

    @Tag("soak")
    @MethodSource("wellFormed")
    @FuzzTest
    void whateverSanedSaysIsAPageOrAFailure(byte[] came) throws Exception {
        Deadline deadline = Deadline.in(Duration.ofSeconds(10));
        try (SaneLine line = new SaneLine(new ScriptedSocket(came), deadline, MOST_BYTES)) {
            SaneSession session = new SaneSession(NOWHERE, deadline, line);
            session.devices()
                    .forEach(listed -> assertThat(
                                    listed.name().length() + listed.vendor().length())
                            .isLessThan(came.length));
            int handle = session.open("");
            int resolution = new PageSettings(session, handle).apply(300, "");
            SaneParameters parameters = session.parameters(handle);
            parameters.check();
            assertThat(parameters.bytes()).isBetween(1, SaneParameters.MOST_BYTES);
            page(parameters, line, resolution);
        } catch (IOException | SaneRefused failure) {
            assertThat(failure instanceof SaneRefused refused ? ScanEnd.of(refused) : ScanEnd.of((IOException) failure))
                    .isNotNull();
        }
    }

    private static void page(SaneParameters parameters, SaneLine line, int resolution) throws Exception {
        if (parameters.bytes() <= LARGEST_PAGE) {
            PageFrame frame = new PageFrame(parameters);
            try (PageJpeg jpeg = new PageJpeg()) {
                frame.readFrom(line, (strip, lines) -> jpeg.code(parameters, strip, lines), done -> {});
                assertThat(jpeg.page(resolution).jpeg()).isNotEmpty();
            }
        }
    }

    @Test
    void damagedConversationsAreAPageOrAFailure() throws Exception {
        ShortDose.of(SaneFuzzTest.class, "whateverSanedSaysIsAPageOrAFailure", wellFormed())
                .feed(this::whateverSanedSaysIsAPageOrAFailure);
    }
}
