package platform.submission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import platform.seal.ScannedPage;
import platform.seal.Subject;
import platform.store.Row;
import platform.store.Transaction;
import platform.wire.ErrorCode;
import platform.wire.Json;
import platform.wire.Refusal;

/** Puts a returned case right: the values and materials that come anew take the place of the old ones, the rest stays. */
final class Corrections {
    private static final String BASE = "SELECT ledger.kind, ledger.item, ledger.number, matter.holder, matter.state,"
            + " matter.submission FROM ledger JOIN matter ON matter.id = ledger.id WHERE ledger.id = ?"
            + " AND NOT EXISTS (SELECT 1 FROM ledger AS later WHERE later.replaces = ledger.id)";

    private static final Set<String> MERGED = Set.of("values", "materials", "amountFen");

    /** The whole submission as it is after the correction, with the correction's own pages alone; what was paid stays what was paid. */
    Submitted merged(Transaction tx, Subject subject, Submitted correction) throws SQLException, Refusal {
        Row base = tx.one(BASE, subject.ids().replaces())
                .filter(row -> fits(row, subject, correction))
                .orElseThrow(() -> new Refusal(ErrorCode.REPLACES_WRONG));
        ObjectNode whole = (ObjectNode) Json.object(base.bytes("submission"), ErrorCode.BROKEN);
        mustNameTheSameAmount(whole, correction);
        ObjectNode values = whole.withObjectProperty("values");
        correction.json().path("values").forEachEntry((field, value) -> values.set(field, value));
        ArrayNode materials = whole.withArrayProperty("materials");
        Set<String> anew = materials(correction);
        for (int i = materials.size() - 1; i >= 0; i--) {
            if (anew.contains(Json.text(materials.get(i), "material"))) {
                materials.remove(i);
            }
        }
        correction.json().path("materials").forEach(material -> materials.add(material));
        correction.json().forEachEntry((member, value) -> {
            if (!MERGED.contains(member)) {
                whole.set(member, value);
            }
        });
        return new Submitted(Json.bytes(whole), whole, correction.pages());
    }

    private static void mustNameTheSameAmount(JsonNode base, Submitted correction) throws Refusal {
        boolean isNamed = correction.json().hasNonNull("amountFen");
        if (isNamed && base.path("amountFen").longValue() != correction.amountFen()) {
            throw new Refusal(ErrorCode.AMOUNT_MISMATCH);
        }
    }

    private static boolean fits(Row base, Subject subject, Submitted correction) {
        return base.text("state").equals("returned")
                && base.text("kind").equals(subject.kind())
                && base.text("item").equals(subject.item())
                && base.text("number").equals(subject.number())
                && base.text("holder").equals(correction.holderNumber());
    }

    /** Copies the pages that stay as they were handed in. */
    void keepPages(Transaction tx, Subject subject, Submitted whole) throws SQLException {
        Set<String> anew = new HashSet<>();
        whole.pages().stream().map(ScannedPage::material).forEach(anew::add);
        for (JsonNode material : whole.json().path("materials")) {
            String name = Json.text(material, "material");
            if (Json.text(material, "source").equals("scan") && !anew.contains(name)) {
                tx.change(
                        "INSERT INTO page SELECT ?, material, page, content_type, content FROM page"
                                + " WHERE id = ? AND material = ?",
                        subject.id(),
                        subject.ids().replaces(),
                        name);
            }
        }
    }

    private static Set<String> materials(Submitted correction) {
        Set<String> materials = new HashSet<>();
        correction.json().path("materials").forEach(material -> materials.add(Json.text(material, "material")));
        return materials;
    }
}
