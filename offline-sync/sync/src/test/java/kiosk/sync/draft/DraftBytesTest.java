package kiosk.sync.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import kiosk.identity.CardImprint;
import kiosk.submission.Draft;
import kiosk.submission.SuppliedMaterial;
import org.junit.jupiter.api.Test;

class DraftBytesTest {
    private static final CardImprint CARD = HalfDone.imprint("card");

    private static byte[] written(Draft draft) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DraftBytes.write(draft, out);
        return out.toByteArray();
    }

    private static Draft read(byte[] bytes) throws IOException {
        return DraftBytes.read(CARD, new ByteArrayInputStream(bytes));
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        for (Draft draft : List.of(HalfDone.care(CARD), HalfDone.full(CARD), HalfDone.withPages(CARD, 2, 10))) {
            assertThat(read(written(draft))).usingRecursiveComparison().isEqualTo(draft);
        }
    }

    @Test
    void theFirstBytesStandWhereTheDrawingSaysTheyDo() throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(written(HalfDone.care(CARD)));
        assertThat(bytes.get()).isEqualTo((byte) 1);
        assertThat(bytes.getLong()).isEqualTo(0x019a_0000_0000_7000L);
        assertThat(bytes.getLong()).isEqualTo(0x8000_0000_0000_0001L);
        assertThat(bytes.getInt()).isEqualTo("medical-insurance.cross-region-care".length());
    }

    @Test
    void whateverComesInIsADraftOrDamageAndNothingElse() throws IOException {
        byte[] good = written(HalfDone.withPages(CARD, 2, 10));
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = Arrays.copyOf(good, random.nextInt(good.length + 3));
            for (int change = random.nextInt(4); change > 0 && bytes.length > 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            outcomeOf(bytes);
        }
    }

    /** Anything but these two ends the test. */
    private static Optional<Draft> outcomeOf(byte[] bytes) {
        try {
            return Optional.of(read(bytes));
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }

    @Test
    void whatIsBoundIsNoDraftAnyMore() {
        Draft draft = HalfDone.care(CARD);
        Draft bound = new Draft(
                CARD,
                draft.id(),
                draft.item(),
                draft.consent(),
                draft.entries(),
                List.of(new SuppliedMaterial.Bound("referral", new byte[1])),
                draft.correction(),
                draft.at(),
                draft.reached());
        assertThatThrownBy(() -> written(bound)).isInstanceOf(IllegalArgumentException.class);
    }
}
