package kiosk.sync.seal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import kiosk.submission.Submission;
import kiosk.submission.SubmissionNumber;
import kiosk.sync.keys.Sm2Secret;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A terminal that seals, and a platform that opens. */
class SealingDesk {
    static final Labels LABELS = new Labels(
            "K001",
            SubmissionNumber.of("K001", LocalDate.of(2026, 11, 22), 7).text(),
            "medical-insurance.cross-region-care",
            "application",
            Clock.system(ZoneId.of("Asia/Shanghai")),
            JournalHead.EMPTY);

    @TempDir
    Path folder;

    final Opener platform = new Opener();
    final Signer terminal = Sm2Secret.fresh(new SecureRandom());
    KeyShelf shelf;
    Sealer sealer;

    @BeforeEach
    void theTerminalWasDeliveredWithTheKeys() throws Exception {
        shelf = platform.shelf(folder);
        sealer = new Sealer(shelf, () -> terminal);
    }

    Sealed sealed(Submission submission) {
        try (Sealing sealing = sealer.begin(submission)) {
            return sealing.finished(LABELS);
        }
    }

    byte[] opened(Sealed sealed, int part) throws InvalidCipherTextException {
        Opener.Head head = Opener.head(sealed.manifest());
        return platform.part(head, head.id(), part, sealed.parts().get(part).bytes());
    }

    JsonNode first(Sealed sealed) throws Exception {
        return new ObjectMapper().readTree(opened(sealed, 0));
    }

    JsonNode header(Sealed sealed, int part) throws Exception {
        ByteBuffer plain = ByteBuffer.wrap(opened(sealed, part));
        byte[] bytes = new byte[plain.getInt()];
        plain.get(bytes);
        return new ObjectMapper().readTree(bytes);
    }
}
