package kiosk.drivers.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kiosk.device.CodeScanner.NoCode;
import kiosk.device.CodeScanner.Outcome;
import kiosk.device.CodeScanner.Scanned;
import kiosk.device.CodeScanner.Unusable;
import kiosk.device.DeviceProvider;
import kiosk.device.DeviceSettings;
import kiosk.emulators.serial.Pace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class SerialCodeScannerTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    private final CodeBench bench = new CodeBench(Pace.none(), Map.of("baud", "115200"));

    @AfterEach
    void close() {
        bench.scanner().close();
        bench.close();
    }

    @Test
    void theDriverIsFoundByItsName() {
        assertThat(ServiceLoader.load(DeviceProvider.class))
                .anyMatch(provider -> provider.driver().equals("serial-code"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\n", "\r\n", "\t", ""})
    void everyTerminatorEndsACodeAndSoDoesSilence(String terminator) throws Exception {
        bench.emulator.endWith(terminator);
        assertThat(scanning(() -> bench.show("one"))).isEqualTo(new Scanned("one"));
        assertThat(scanning(() -> bench.show("two"))).isEqualTo(new Scanned("two"));
    }

    @Test
    void ofTwoCodesInOneGoTheFirstIsReadAndTheSecondDropped() throws Exception {
        assertThat(scanning(() -> bench.emulator.send(ascii("\n\rone\rtwo\r")))).isEqualTo(new Scanned("one"));
        assertThat(bench.scanner().scan(Duration.ofMillis(250))).isEqualTo(new NoCode());
    }

    @Test
    void theRestOfACodeThatBeganBeforeTheCallIsNotTakenForACode() throws Exception {
        bench.scanner().health();
        bench.emulator.send(ascii("01234"));
        CompletableFuture<Outcome> outcome = scan();
        bench.emulator.send(ascii("56789\r"));
        assertThat(held(outcome, () -> bench.show("whole"))).isEqualTo(new Scanned("whole"));
    }

    @Test
    void aStreamWithoutAnEndIsUnusableWhenThePatienceEnds() throws Exception {
        CompletableFuture<Outcome> outcome = CompletableFuture.supplyAsync(() -> scanFor(Duration.ofMillis(600)));
        while (!outcome.isDone()) {
            bench.emulator.send(new byte[512]);
        }
        assertThat(outcome.get()).isEqualTo(new Unusable());
    }

    @Test
    void aScannerThatSpeaksTheNationalEncodingIsUnderstood() throws Exception {
        bench.emulator.speak(Charset.forName("GB18030"));
        bench.emulator.beginWith("]Q1");
        assertThat(scanning(() -> bench.show("张测试𠂇"))).isEqualTo(new Scanned("张测试𠂇"));
    }

    @Test
    void optionsThatAreMissingUnknownOrMalformedAreNamed() {
        assertRefused(Map.of(), "port");
        assertRefused(Map.of("port", "/dev/ttyS9", "speed", "1"), "speed");
        assertRefused(Map.of("port", "/dev/ttyS9", "baud", "fast"), "baud");
        assertRefused(Map.of("port", "/dev/ttyS9", "encoding", "big5"), "encoding");
    }

    private static void assertRefused(Map<String, String> options, String named) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SerialCodeScannerProvider().open(new DeviceSettings("serial-code", options)))
                .withMessageContaining(named);
    }

    private Outcome scanning(Runnable holding) throws Exception {
        return held(scan(), holding);
    }

    private CompletableFuture<Outcome> scan() {
        return CompletableFuture.supplyAsync(() -> scanFor(SOON));
    }

    private Outcome scanFor(Duration patience) {
        try {
            return bench.scanner().scan(patience);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static Outcome held(CompletableFuture<Outcome> outcome, Runnable holding) throws Exception {
        while (!outcome.isDone()) {
            holding.run();
            try {
                return outcome.get(300, TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                assertThat(outcome).as("held once more").isNotCancelled();
            }
        }
        return outcome.get();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
