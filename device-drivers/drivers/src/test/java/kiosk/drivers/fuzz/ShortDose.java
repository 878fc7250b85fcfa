package kiosk.drivers.fuzz;

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
 * What each build feeds a parser: what once broke it (the files in {@code <test class>Inputs/<method>}, where the fuzzer puts its
 * findings), what is well-formed, and a few thousand damaged copies of both, the same each time.
 */
public final class ShortDose {
    private static final int COPIES = 3_000;
    private static final int MOST_DAMAGE = 4;
    private static final int LONGEST_INSERTION = 16;

    private final List<byte[]> inputs;
    private final Random random = new Random(20260101);

    private ShortDose(List<byte[]> inputs) {
        this.inputs = inputs;
    }

    /** A parser, with what must hold for whatever it is fed. */
    public interface Parser {
        void feed(byte[] came) throws Exception;
    }

    /** The dose that begins with the findings for that method of that test class and with these inputs. */
    public static ShortDose of(Class<?> test, String method, Stream<byte[]> wellFormed) throws IOException {
        List<byte[]> inputs = new ArrayList<>(wellFormed.toList());
        URL findings = test.getResource(test.getSimpleName() + "Inputs/" + method);
        if (findings != null) {
            inputs.addAll(files(findings));
        }
        inputs.add(new byte[0]);
        return new ShortDose(inputs);
    }

    private static List<byte[]> files(URL folder) throws IOException {
        List<byte[]> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
            for (Path file : files.sorted().toList()) {
                all.add(Files.readAllBytes(file));
            }
        } catch (URISyntaxException e) {
            throw new IOException("a folder of test resources without a path", e);
        }
        return all;
    }

    /** Feeds it all; the first input that fails is named by its bytes. */
    public void feed(Parser parser) {
        feed(COPIES, parser);
    }

    /** Feeds no more than so many damaged copies, to a parser that is slow. */
    public void feed(int copies, Parser parser) {
        inputs.forEach(input -> feed(parser, input));
        for (int i = 0; i < copies; i++) {
            feed(parser, damaged(inputs.get(random.nextInt(inputs.size()))));
        }
    }

    private static void feed(Parser parser, byte[] input) {
        try {
            parser.feed(input);
        } catch (Exception | AssertionError e) {
            throw new AssertionError("fed " + HexFormat.of().formatHex(input), e);
        }
    }

    private byte[] damaged(byte[] whole) {
        byte[] copy = whole;
        for (int i = random.nextInt(MOST_DAMAGE); i >= 0; i--) {
            copy = damagedOnce(copy);
        }
        return copy;
    }

    private byte[] damagedOnce(byte[] bytes) {
        int at = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
        return switch (random.nextInt(6)) {
            case 0 -> Arrays.copyOf(bytes, at);
            case 1 ->
                joined(bytes, at, new byte[0], Math.min(bytes.length, at + 1 + random.nextInt(LONGEST_INSERTION)));
            case 2 -> joined(bytes, at, noise(), at);
            case 3 -> joined(bytes, bytes.length, inputs.get(random.nextInt(inputs.size())), bytes.length);
            default -> replaced(bytes, at);
        };
    }

    private byte[] noise() {
        byte[] noise = new byte[1 + random.nextInt(LONGEST_INSERTION)];
        random.nextBytes(noise);
        return noise;
    }

    /** The bytes up to the one place, then others, then the bytes from the other place on. */
    private static byte[] joined(byte[] bytes, int end, byte[] middle, int from) {
        byte[] joined = Arrays.copyOf(bytes, end + middle.length + bytes.length - from);
        System.arraycopy(middle, 0, joined, end, middle.length);
        System.arraycopy(bytes, from, joined, end + middle.length, bytes.length - from);
        return joined;
    }

    private byte[] replaced(byte[] bytes, int at) {
        byte[] copy = bytes.clone();
        if (copy.length > 0) {
            copy[at] = random.nextBoolean() ? (byte) random.nextInt(256) : (byte) (copy[at] ^ 1 << random.nextInt(8));
        }
        return copy;
    }
}
