package platform.seal;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * What each build feeds a parser without the fuzzer: what once broke it (the files in {@code <test class>Inputs/<method>}, where the fuzzer
 * puts its findings), what is well-formed, and damaged copies of both, the same each time.
 */
final class Dose {
    private static final int MOST_DAMAGE = 4;
    private static final int MOST_MORE = 16;

    private final List<byte[]> inputs;
    private final Random random = new Random(20261122);

    private Dose(List<byte[]> inputs) {
        this.inputs = inputs;
    }

    /** A parser, with what must hold for whatever it is fed. */
    interface Parser {
        void feed(byte[] came) throws Exception;
    }

    /** The findings for that method of that test class, and these inputs. */
    static Dose of(Class<?> test, String method, Stream<byte[]> wellFormed) throws IOException, URISyntaxException {
        List<byte[]> inputs = new ArrayList<>(wellFormed.toList());
        URL findings = test.getResource(test.getSimpleName() + "Inputs/" + method);
        if (findings != null) {
            try (Stream<Path> files = Files.list(Path.of(findings.toURI()))) {
                for (Path file : files.sorted().toList()) {
                    inputs.add(Files.readAllBytes(file));
                }
            }
        }
        inputs.add(new byte[0]);
        return new Dose(inputs);
    }

    /** Feeds it all, and so many damaged copies; the first input that fails is named by its bytes. */
    void feed(int copies, Parser parser) {
        inputs.forEach(it -> feed(parser, it));
        for (int i = 0; i < copies; i++) {
            byte[] copy = inputs.get(random.nextInt(inputs.size()));
            for (int times = random.nextInt(MOST_DAMAGE); times >= 0; times--) {
                copy = damaged(copy);
            }
            feed(parser, copy);
        }
    }

    private static void feed(Parser parser, byte[] input) {
        try {
            parser.feed(input);
        } catch (Exception | AssertionError e) {
            throw new AssertionError("fed " + HexFormat.of().formatHex(input), e);
        }
    }

    /** Cut off, with some bytes put in, or with one byte changed. */
    private byte[] damaged(byte[] whole) {
        int at = whole.length == 0 ? 0 : random.nextInt(whole.length);
        return switch (random.nextInt(6)) {
            case 0 -> Arrays.copyOf(whole, at);
            case 1 -> longer(whole, at);
            default -> changed(whole, at);
        };
    }

    private byte[] longer(byte[] whole, int at) {
        byte[] more = new byte[1 + random.nextInt(MOST_MORE)];
        random.nextBytes(more);
        byte[] longer = Arrays.copyOf(whole, whole.length + more.length);
        System.arraycopy(whole, at, longer, at + more.length, whole.length - at);
        System.arraycopy(more, 0, longer, at, more.length);
        return longer;
    }

    private byte[] changed(byte[] whole, int at) {
        byte[] copy = whole.clone();
        if (copy.length > 0) {
            copy[at] = (byte) (random.nextBoolean() ? random.nextInt() : copy[at] ^ 1 << random.nextInt(8));
        }
        return copy;
    }
}
