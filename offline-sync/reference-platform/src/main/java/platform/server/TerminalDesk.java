package platform.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import platform.door.Desk;
import platform.door.Route;
import platform.seal.KeyPair;
import platform.seal.PublicKey;
import platform.store.Transaction;
import platform.terminal.Announcement;
import platform.terminal.Enrolments.Enrolled;
import platform.terminal.Enrolments.Wish;
import platform.wire.Answer;
import platform.wire.Call;
import platform.wire.Digest;
import platform.wire.ErrorCode;
import platform.wire.Json;
import platform.wire.Refusal;

/**
 * Lets terminals onto the roll and changes the keys they sign with; section 13.
 *
 * @param wantsRequest whether the line is one on which a terminal is nobody without a certificate
 */
record TerminalDesk(House house, boolean wantsRequest) implements Desk {
    private static final int LONGEST_TOKEN = 256;

    @Override
    public List<Route> routes() {
        return List.of(
                Route.of("POST", "/v1/terminal/enrolment", this::enrol),
                Route.of("PUT", "/v1/terminal/signing-key", this::changeKey));
    }

    private Answer enrol(Call call) throws Refusal, IOException {
        String terminal = call.terminal();
        JsonNode asked = call.json();
        String token = Json.text(asked, "token");
        if (token.isEmpty() || token.length() > LONGEST_TOKEN) {
            throw new Refusal(ErrorCode.BAD_REQUEST);
        }
        Wish wish = new Wish(terminal, token, signingKey(asked), Json.text(asked, "request"));
        if (wantsRequest && wish.request().isEmpty()) {
            throw new Refusal(ErrorCode.BAD_REQUEST);
        }
        Enrolled enrolled = house.enrolments().enrol(wish, tx -> welcome(tx, wish));
        return Answer.ofJson(enrolled.isNew() ? 201 : 200, enrolled.answer());
    }

    private byte[] welcome(Transaction tx, Wish wish) throws SQLException, Refusal {
        Map<String, Object> welcome = new LinkedHashMap<>();
        if (!wish.request().isEmpty()) {
            welcome.put("certificate", house.certificates().issue(tx, wish.terminal(), wish.request()));
        }
        welcome.put("keys", Announcement.of(house.keys()));
        welcome.put("endorsement", endorsement(wish.terminal(), wish.key()));
        return Json.bytes(welcome);
    }

    private Answer changeKey(Call call) throws Refusal, IOException {
        String terminal = call.terminal();
        JsonNode asked = call.json();
        PublicKey next = signingKey(asked);
        house.terminals().changeKey(terminal, next, Json.text(asked, "signature"));
        return Answer.json(200, Map.of("endorsement", endorsement(terminal, next)));
    }

    /** The platform's word that this key is this terminal's. */
    private Map<String, String> endorsement(String terminal, PublicKey key) {
        KeyPair sign = house.keys().sign();
        return Map.of("key", sign.id(), "signature", sign.sign(Digest.signedLines("OKE1", terminal, key.id())));
    }

    private static PublicKey signingKey(JsonNode asked) throws Refusal {
        return PublicKey.of(Json.text(asked, "signingKey")).orElseThrow(() -> new Refusal(ErrorCode.BAD_REQUEST));
    }
}
