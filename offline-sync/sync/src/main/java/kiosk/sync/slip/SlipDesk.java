package kiosk.sync.slip;

import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import kiosk.platform.SlipProofs;
import kiosk.submission.SubmissionId;
import kiosk.sync.seal.Endorsement;
import kiosk.sync.seal.NotSealed;
import kiosk.sync.seal.Signer;
import kiosk.sync.seal.Sm2PublicKey;
import kiosk.sync.slip.SlipCode.Claim;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Proves this terminal's slips with its signing key and its endorsement, and checks any terminal's with the sign keys it holds. */
public final class SlipDesk implements SlipProofs {
    private static final Logger LOG = LoggerFactory.getLogger(SlipDesk.class);
    private static final int DIGEST_TEXT = "sm3=:".length();

    private final Self self;
    private final Function<SubmissionId, Optional<Taken>> register;
    private final Function<String, Optional<Sm2PublicKey>> signKeys;

    /** Who proves: a terminal, its key, and the platform's word for it, once there is one. */
    public record Self(String terminal, Signer signer, Supplier<Optional<Endorsement>> endorsement) {
        @Override
        public String toString() {
            return "Self[" + terminal + "]";
        }
    }

    /**
     * What the queue knows of something it took.
     *
     * @param digest SM3 over the manifest, as the wire writes it
     */
    public record Taken(Instant at, String digest, String item, String number) {
        @Override
        public String toString() {
            return "Taken[" + digest + "]";
        }
    }

    /**
     * A desk.
     *
     * @param register what was taken under an id
     * @param signKeys the platform's sign key of an id, if this terminal ever verified it
     */
    public SlipDesk(
            Self self,
            Function<SubmissionId, Optional<Taken>> register,
            Function<String, Optional<Sm2PublicKey>> signKeys) {
        this.self = self;
        this.register = register;
        this.signKeys = signKeys;
    }

    /** A key that does not sign now leaves the slip as it is without a proof: the paper is worth more than its code. */
    @Override
    public Optional<String> proof(SubmissionId id) {
        try {
            return self.endorsement()
                    .get()
                    .flatMap(endorsement -> register.apply(id)
                            .map(taken -> code(id, taken, endorsement).text(self.signer())));
        } catch (NotSealed e) {
            LOG.error("a slip could not be proved: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private SlipCode code(SubmissionId id, Taken taken, Endorsement endorsement) {
        String digest = taken.digest();
        byte[] sum = Base64.getDecoder().decode(digest.substring(DIGEST_TEXT, digest.length() - 1));
        Claim claim =
                new Claim(id.uuid(), taken.at().toEpochMilli(), sum, self.terminal(), taken.item(), taken.number());
        return new SlipCode(claim, self.signer().publicKey().compressed(), endorsement);
    }

    @Override
    public Finding check(String code) {
        if (!SlipProofs.claimed(code)) {
            return new NotASlip();
        }
        return SlipCode.read(code).map(this::judged).orElseGet(() -> new Forged(Reason.SPOILT));
    }

    private Finding judged(SlipCode.Read read) {
        Optional<Sm2PublicKey> key = Sm2PublicKey.decompressed(read.code().key());
        if (key.isEmpty()) {
            return new Forged(Reason.SPOILT);
        }
        return key.get().verifies(read.signed(), read.signature())
                ? endorsed(read.code(), key.get())
                : new Forged(Reason.CHANGED);
    }

    private Finding endorsed(SlipCode code, Sm2PublicKey key) {
        Claim claim = code.claim();
        Optional<Sm2PublicKey> sign = signKeys.apply(code.endorsement().key());
        if (sign.isEmpty()) {
            return new Undecided();
        }
        return code.endorsement().isBy(sign.get(), claim.terminal(), key)
                ? new Genuine(claim.terminal(), claim.number(), claim.item(), Instant.ofEpochMilli(claim.takenAt()))
                : new Forged(Reason.NOT_ENDORSED);
    }
}
