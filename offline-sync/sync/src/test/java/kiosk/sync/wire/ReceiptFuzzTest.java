package kiosk.sync.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import kiosk.sync.fuzz.Dose;
import kiosk.sync.seal.KeyShelf;
import kiosk.sync.seal.Ledgers;
import kiosk.sync.seal.Opener;
import kiosk.sync.seal.Proof;
import kiosk.sync.seal.SignedReceipt;
import kiosk.sync.wire.Json.Malformed;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the platform, or whoever answers in its place, sends as a receipt. */
class ReceiptFuzzTest {
    private static final String ID = "0193512a-1c00-7a3e-8f00-112233445566";
    private static final String NUMBER = "K001-20261122-0007";
    private static final String DIGEST = "sm3=:" + "A".repeat(43) + "=:";
    private static final KeyShelf EMPTY = new KeyShelf(Path.of("no-such-file"), Optional.empty());

    static Stream<byte[]> wellFormed() {
        String receipt = new Ledgers(new Opener()).receipt(ID, NUMBER, DIGEST);
        return Stream.of(receipt.getBytes(StandardCharsets.UTF_8));
    }

    @Tag("soak")
    @MethodSource("wellFormed")
    @FuzzTest
    void whateverComesIsAReceiptOrIsNotBelieved(byte[] came) {
        String text = new String(came, StandardCharsets.UTF_8);
        Optional<SignedReceipt> kept = Receipts.kept(text);
        kept.ifPresent(it -> {
            assertThat(it.chain()).matches("sm3=:[A-Za-z0-9+/]{43}=:");
            assertThat(it.signedBy(EMPTY)).isFalse();
        });
        try {
            Optional<Proof> read =
                    new Receipts(EMPTY, "K001").proof(Json.parse(came), text, new Receipts.About(ID, NUMBER, DIGEST));
            assertThat(read).as("signed by nobody we know").isEmpty();
            Instant accepted = Receipts.receipt(Json.parse(came)).accepted();
            assertThat(Duration.ofMillis(accepted.toEpochMilli())).isNotNull();
        } catch (Malformed asItShould) {
            assertThat(asItShould.getMessage()).hasSizeLessThan(80);
        }
    }

    @Test
    void damagedReceiptsAreNotBelieved() throws Exception {
        Dose.of(ReceiptFuzzTest.class, "whateverComesIsAReceiptOrIsNotBelieved", wellFormed())
                .feed(2000, this::whateverComesIsAReceiptOrIsNotBelieved);
    }
}
