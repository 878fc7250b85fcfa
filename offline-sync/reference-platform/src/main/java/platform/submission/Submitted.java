package platform.submission;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import platform.seal.Payload;
import platform.seal.ScannedPage;
import platform.seal.Subject;
import platform.seal.Unreadable;
import platform.wire.Json;

/** A submission after its parts were opened and found to say the same as the manifest. */
@SuppressWarnings("ArrayRecordComponent")
public record Submitted(byte[] bytes, JsonNode json, List<ScannedPage> pages) {
    private static final int MOST_VALUES = 200;
    private static final int LONGEST_VALUE = 4000;
    private static final int MOST_MATERIALS = 50;

    /** What goes into columns of the store and their indexes. */
    private static final Pattern NAME = Pattern.compile("[^\\p{Cc}\\p{Cs}]{1,64}");

    public Submitted {
        pages = List.copyOf(pages);
    }

    static Submitted of(Payload payload, Subject subject) throws Unreadable {
        Submitted submitted = new Submitted(payload.json(), payload.submission(), payload.pages());
        submitted.mustAgreeWith(subject);
        submitted.mustBeInBounds();
        return submitted;
    }

    private void mustAgreeWith(Subject subject) throws Unreadable {
        boolean agrees = subject.id().equals(Json.text(json, "id"))
                && subject.number().equals(Json.text(json, "number"))
                && subject.terminal().equals(Json.text(json, "terminal"))
                && subject.item().equals(Json.text(json, "item"))
                && subject.kind().equals(Json.text(json, "kind"));
        String rated = subject.isRating() ? subject.ids().dependsOn() : "";
        if (!agrees || !rated.equals(Json.text(json.path("rating"), "of"))) {
            throw new Unreadable("The submission says something else than its manifest.");
        }
        if (subject.isRating() && (stars() < 1 || stars() > 5)) {
            throw new Unreadable("A rating has one to five stars.");
        }
    }

    private void mustBeInBounds() throws Unreadable {
        JsonNode values = json.path("values");
        if (!isAbsentOr(values, values.isObject()) || values.size() > MOST_VALUES) {
            throw new Unreadable("The values are none, or too many.");
        }
        for (JsonNode value : values) {
            if (!value.path("value").isTextual() || Json.text(value, "value").length() > LONGEST_VALUE) {
                throw new Unreadable("A value is no text or too long.");
            }
        }
        mustListEachMaterialOnce(json.path("materials"));
        if (!holderNumber().isEmpty() && !NAME.matcher(holderNumber()).matches()) {
            throw new Unreadable("The citizen's number is none.");
        }
    }

    private static void mustListEachMaterialOnce(JsonNode materials) throws Unreadable {
        if (!isAbsentOr(materials, materials.isArray()) || materials.size() > MOST_MATERIALS) {
            throw new Unreadable("The materials are none, or too many.");
        }
        Set<String> names = new HashSet<>();
        for (JsonNode material : materials) {
            String name = Json.text(material, "material");
            if (!NAME.matcher(name).matches() || !names.add(name)) {
                throw new Unreadable("A material has no name, or the name of another.");
            }
        }
    }

    private static boolean isAbsentOr(JsonNode node, boolean isOfItsKind) {
        return isOfItsKind || node.isMissingNode() || node.isNull();
    }

    int stars() {
        return json.path("rating").path("stars").intValue();
    }

    long amountFen() {
        return json.path("amountFen").longValue();
    }

    String holderName() {
        return Json.text(json.path("citizen"), "name");
    }

    String holderNumber() {
        return Json.text(json.path("citizen"), "number").toUpperCase(Locale.ROOT);
    }

    /** What was filled in, by field. */
    Map<String, String> values() {
        return values(json);
    }

    /** What was filled in, by field, of a submission's JSON. */
    public static Map<String, String> values(JsonNode submission) {
        Map<String, String> values = new HashMap<>();
        submission.path("values").forEachEntry((field, value) -> values.put(field, Json.text(value, "value")));
        return values;
    }

    /** The materials given as electronic certificates: material and the certificate's id. */
    List<Given> certificates() {
        List<Given> given = new ArrayList<>();
        for (JsonNode material : json.path("materials")) {
            if (Json.text(material, "source").equals("certificate")) {
                given.add(new Given(Json.text(material, "material"), Json.text(material, "certificateId")));
            }
        }
        return given;
    }

    /** An electronic certificate in place of a paper. */
    record Given(String material, String certificateId) {}

    @Override
    public String toString() {
        return "Submitted[" + bytes.length + " bytes, " + pages.size() + " pages]";
    }
}
