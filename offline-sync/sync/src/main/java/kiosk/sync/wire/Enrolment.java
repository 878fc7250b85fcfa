package kiosk.sync.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import kiosk.journal.Journal;
import kiosk.journal.Occurrence;
import kiosk.sync.channel.SecureChannel;
import kiosk.sync.channel.TerminalCertificate;
import kiosk.sync.keys.EnrolmentMark;
import kiosk.sync.keys.TerminalKeys;
import kiosk.sync.seal.Announcement;
import kiosk.sync.seal.Endorsement;
import kiosk.sync.seal.KeyShelf;
import kiosk.sync.seal.SignedLines;
import kiosk.sync.seal.Signer;
import kiosk.sync.seal.Sm2PublicKey;
import kiosk.sync.wire.Json.Malformed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the terminal known to the platform, and keeps it so (PLATFORM-API.md, section 13): with a token it enrols its signing key, and on
 * a line with TLS it gets its certificate for it; later it renews the certificate at two thirds of its life, and an expired one, too.
 */
public final class Enrolment {
    private static final Logger LOG = LoggerFactory.getLogger(Enrolment.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final String ANY_TOKEN = "demo";

    private final Wire wire;
    private final Self self;
    private final KeyShelf shelf;
    private final Journal journal;
    private final Clock clock;
    private final TerminalCertificate certificate;
    private final EnrolmentMark mark;
    private volatile boolean doubted;
    private Instant notBefore = Instant.MIN;

    /**
     * What is to be made known.
     *
     * @param mark a file that says which signing key the platform knows, and by which endorsement
     * @param token from the operator; absent where the platform is on this machine and takes any
     */
    public record Self(TerminalKeys keys, Signer signer, SecureChannel channel, Path mark, Optional<String> token) {
        @Override
        public String toString() {
            return "Self[" + signer.publicKey().id() + "]";
        }
    }

    /** The enrolment of that terminal over that wire; what the platform says of its keys goes to the shelf. */
    public Enrolment(Wire wire, Self self, KeyShelf shelf, Journal journal, Clock clock) {
        this.wire = wire;
        this.self = self;
        this.shelf = shelf;
        this.journal = journal;
        this.clock = clock;
        this.certificate = new TerminalCertificate(
                wire.terminal(), self.keys(), self.channel(), self.mark().resolveSibling("tls.request"));
        this.mark = new EnrolmentMark(self.mark(), self.signer().publicKey().id());
    }

    /** The platform's word that the signing key is this terminal's, where it gave it. */
    public Optional<Endorsement> endorsement() {
        return mark.endorsement();
    }

    /** Whether the platform knows this terminal, as far as the terminal knows. */
    public boolean granted() {
        return mark.granted();
    }

    /** Says that the platform did not let the terminal in, and by which word: the next look tries what can be tried. */
    public void doubted() {
        doubted = true;
    }

    /** Does what is due: enrols or renews. What was refused is tried again after a minute, what got no answer with the next look. */
    void look() throws InterruptedException {
        Instant now = clock.instant();
        boolean expired = certificate.expired(now) || wire.toldExpired();
        boolean enrol = !mark.granted() || (doubted && !expired);
        boolean pausing = now.isBefore(notBefore) && !now.plus(PAUSE).isBefore(notBefore);
        boolean renew = expired || certificate.old(now);
        if (pausing || !(enrol || renew || endorsedByAnother())) {
            return;
        }
        notBefore = now.plus(PAUSE);
        doubted = false;
        if (enrol) {
            enrol();
        } else if (renew) {
            renew();
        } else {
            askForTheWordAnew();
        }
    }

    /** Whether who knows only the sign key of today cannot tell that this terminal's slips are genuine. */
    private boolean endorsedByAnother() {
        Optional<String> today = shelf.announcedSignKey().map(Sm2PublicKey::id);
        return today.isPresent() && !today.equals(mark.endorsement().map(Endorsement::key));
    }

    /** The same key once more changes nothing, and is answered with a word by the sign key of today. */
    private void askForTheWordAnew() throws InterruptedException {
        Sm2PublicKey key = self.signer().publicKey();
        byte[] signature = self.signer().sign(SignedLines.of("OKT1", wire.terminal(), key.id()));
        ObjectNode body = Json.MAPPER
                .createObjectNode()
                .put("signingKey", key.base64())
                .put("signature", Base64.getEncoder().encodeToString(signature));
        Reply reply = wire.ask(
                Question.of("PUT", "/v1/terminal/signing-key", PATIENCE).carrying(Question.JSON, bytes(body)));
        try {
            Optional<Endorsement> word =
                    reply instanceof Reply.Success it ? endorsed(Json.parse(it.body())) : Optional.empty();
            word.ifPresentOrElse(
                    it -> mark.keep(Optional.of(it)),
                    () -> LOG.warn("the platform does not endorse this terminal's key anew"));
        } catch (Malformed e) {
            LOG.error("not an answer about a signing key: {}", e.getMessage());
        }
    }

    private void enrol() throws InterruptedException {
        Optional<String> token =
                self.token().or(() -> wire.address().isThisMachine() ? Optional.of(ANY_TOKEN) : Optional.empty());
        if (token.isEmpty()) {
            LOG.warn("the platform does not know this terminal, and there is no token to enrol it with");
            return;
        }
        ObjectNode body = Json.MAPPER
                .createObjectNode()
                .put("token", token.get())
                .put("signingKey", self.signer().publicKey().base64());
        if (wire.address().isSecure()) {
            body.put("request", certificate.request());
        }
        Optional<Json> answer = asked("/v1/terminal/enrolment", body);
        if (answer.isPresent() && taken(answer.get())) {
            mark.keep(Endorsement.read(answer.get().node().path("endorsement")));
            journal.note(Occurrence.TERMINAL_ENROLLED);
        }
    }

    private void renew() throws InterruptedException {
        ObjectNode body = Json.MAPPER.createObjectNode().put("request", certificate.request());
        Optional<Json> answer = asked("/v1/terminal/certificate", body);
        if (answer.isPresent() && certified(answer.get())) {
            journal.note(Occurrence.CERTIFICATE_RENEWED);
        }
    }

    private Optional<Json> asked(String path, ObjectNode body) throws InterruptedException {
        Reply reply = wire.ask(Question.of("POST", path, PATIENCE)
                .changingNothing()
                .orCreated()
                .carrying(Question.JSON, bytes(body)));
        if (reply instanceof Reply.Failure failure) {
            LOG.error("the platform does not let this terminal in: {}", failure.status());
            journal.note(Occurrence.TERMINAL_LOCKED_OUT, new Journal.Count(failure.status()));
        } else if (reply instanceof Reply.Success success) {
            try {
                return Optional.of(Json.parse(success.body()));
            } catch (Malformed e) {
                LOG.error("not an answer to an enrolment: {}", e.getMessage());
            }
        } else {
            notBefore = Instant.MIN;
        }
        return Optional.empty();
    }

    private boolean taken(Json answer) {
        JsonNode keys = answer.node().path("keys");
        Optional<Announcement> announced = Announcement.read(keys);
        if (announced.isEmpty() || shelf.take(announced.get()) == KeyShelf.Taken.REFUSED) {
            LOG.error("the platform's keys came with the enrolment and cannot be trusted");
            return false;
        }
        boolean given = answer.node().has("endorsement");
        if (given && endorsed(answer).isEmpty()) {
            LOG.error("the platform's endorsement is not about this terminal's key");
            return false;
        }
        return !wire.address().isSecure() || certified(answer);
    }

    private Optional<Endorsement> endorsed(Json answer) {
        return Endorsement.read(answer.node().path("endorsement"))
                .filter(it -> it.holds(wire.terminal(), self.signer().publicKey(), shelf));
    }

    private boolean certified(Json answer) {
        List<String> texts = new ArrayList<>();
        answer.node().path("certificate").forEach(it -> texts.add(it.asText("")));
        try {
            if (certificate.taken(texts)) {
                wire.anew();
            }
            return true;
        } catch (CertificateException e) {
            LOG.error("the platform gave a certificate that is none: {}", e.getMessage());
            return false;
        }
    }

    private static byte[] bytes(ObjectNode body) {
        try {
            return Json.MAPPER.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts could not be written", e);
        }
    }
}
