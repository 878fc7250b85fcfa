package kiosk.sync.seal;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import kiosk.submission.Rating;
import kiosk.submission.Submission;
import kiosk.sync.seal.Manifest.Recipient;
import kiosk.sync.seal.Manifest.Subject;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.RuntimeCryptoException;

/**
 * Seals what citizens hand in to the platform's public keys, the current one and its announced successor, so that no key on the
 * terminal opens its own queue (PLATFORM-API.md, section 6). Where anything is missing, nothing is sealed.
 */
public final class Sealer {
    private static final int KEY_BYTES = 16;

    private final KeyShelf shelf;
    private final Supplier<Signer> signer;
    private final SecureRandom random;

    /** A sealer to whatever keys lie on the shelf at the time, that has it signed by whoever signs at the time. */
    public Sealer(KeyShelf shelf, Supplier<Signer> signer) {
        this(shelf, signer, new SecureRandom());
    }

    /** The same with randomness from elsewhere, for test vectors. */
    Sealer(KeyShelf shelf, Supplier<Signer> signer, SecureRandom random) {
        this.shelf = shelf;
        this.signer = signer;
        this.random = random;
    }

    /** Whether a key is known. */
    public boolean ready() {
        return !shelf.recipients().isEmpty();
    }

    /** Begins to seal a submission; its pages are sealed then. @throws NotSealed if no key is known or it is too long */
    public Sealing begin(Submission submission) {
        UUID id = submission.id().uuid();
        Optional<UUID> replaces =
                submission.correction().flatMap(it -> it.replaces()).map(it -> it.uuid());
        return Sealing.of(submission, new Subject(id, Optional.empty(), replaces), means());
    }

    /** Begins to seal a rating. @throws NotSealed if no key is known */
    public Sealing begin(Rating rating) {
        Subject subject =
                new Subject(rating.id().uuid(), Optional.of(rating.of().uuid()), Optional.empty());
        return Sealing.of(rating, subject, means());
    }

    private Sealing.Means means() {
        List<Sm2PublicKey> to = shelf.recipients();
        if (to.isEmpty()) {
            throw new NotSealed("no platform key is known");
        }
        byte[] key = fresh(KEY_BYTES);
        byte[] prefix = fresh(Manifest.PREFIX_BYTES);
        try {
            List<Recipient> recipients = new ArrayList<>();
            for (Sm2PublicKey each : to) {
                recipients.add(new Recipient(each.id(), each.encrypt(key, random)));
            }
            return new Sealing.Means(new SealingStream.Secret(key, prefix), recipients, signer.get());
        } catch (InvalidCipherTextException | RuntimeCryptoException e) {
            java.util.Arrays.fill(key, (byte) 0);
            throw new NotSealed("the key could not be sealed", e);
        }
    }

    private byte[] fresh(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
