package kiosk.sync.wire;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import kiosk.submission.CaseReceipt;
import kiosk.sync.seal.KeyShelf;
import kiosk.sync.seal.Proof;
import kiosk.sync.seal.SignedReceipt;
import kiosk.sync.wire.Json.Malformed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the platform's receipts, and believes none that is not about the very thing or not signed by a key held here. */
public final class Receipts {
    private static final Logger LOG = LoggerFactory.getLogger(Receipts.class);
    private static final Pattern DIGEST = Pattern.compile("sm3=:[A-Za-z0-9+/]{43}=:");
    private static final Pattern CASE_NUMBER = Pattern.compile("[A-Za-z0-9-]{4,40}");

    private final KeyShelf shelf;
    private final String terminal;

    Receipts(KeyShelf shelf, String terminal) {
        this.shelf = shelf;
        this.terminal = terminal;
    }

    /** A receipt as it was kept; empty where it is none. Whether it is the platform's is for the caller to find out. */
    public static Optional<SignedReceipt> kept(String json) {
        try {
            return Optional.of(read(Json.parse(json.getBytes(StandardCharsets.UTF_8))));
        } catch (Malformed e) {
            return Optional.empty();
        }
    }

    /** What a receipt must be about. */
    record About(String id, String number, String digest) {}

    /** The proof in that JSON; empty where it is about something else or not the platform's. */
    Optional<Proof> proof(Json json, String asItCame, About about) throws Malformed {
        SignedReceipt signed = read(json);
        boolean ours = signed.id().equals(about.id())
                && signed.terminal().equals(terminal)
                && signed.number().equals(about.number())
                && signed.digest().equals(about.digest());
        if (!ours) {
            LOG.error("the platform sent a receipt for something else");
            return Optional.empty();
        }
        if (!signed.signedBy(shelf)) {
            LOG.error("a receipt is not signed by a key of the platform that is known here");
            return Optional.empty();
        }
        return Optional.of(new Proof(signed, receipt(json), asItCame));
    }

    private static SignedReceipt read(Json json) throws Malformed {
        Json promise = json.object("promise");
        Json journal = json.object("journal");
        long place = json.whole("ledgerSeq");
        String previous = json.text("previous");
        if (place < 1 || !DIGEST.matcher(previous).matches()) {
            throw new Malformed("not a place in a ledger");
        }
        return new SignedReceipt(
                json.text("id"),
                json.text("terminal"),
                json.text("number"),
                json.text("digest"),
                json.text("caseNumber"),
                json.text("acceptedAt"),
                new SignedReceipt.Promise(
                        promise.text("kind"), promise.optional("due").orElse("")),
                place,
                previous,
                new SignedReceipt.Journal(journal.whole("count"), journal.text("head")),
                json.text("key"),
                json.text("signature"));
    }

    static CaseReceipt receipt(Json json) throws Malformed {
        String caseNumber = json.text("caseNumber");
        if (!CASE_NUMBER.matcher(caseNumber).matches()) {
            throw new Malformed("not a case number");
        }
        Json promise = json.object("promise");
        boolean atOnce = promise.text("kind").equals("immediate");
        return new CaseReceipt(caseNumber, json.time("acceptedAt"), atOnce ? Optional.empty() : promise.date("due"));
    }
}
