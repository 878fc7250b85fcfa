package platform.seal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import platform.wire.ErrorCode;
import platform.wire.Json;
import platform.wire.Refusal;

/**
 * What the parts of a submission hold: its JSON, and a scanned page in each part after it.
 *
 * <pre>
 * part 0 = the submission's JSON; part n = 4 bytes length of the page's header, the header (JSON), the page's bytes to the end
 * </pre>
 */
@SuppressWarnings("ArrayRecordComponent")
public record Payload(byte[] json, JsonNode submission, List<ScannedPage> pages) {
    private static final int LONGEST_HEADER = 16 * 1024;
    private static final int LONGEST_PAGE = 8 * 1024 * 1024;
    private static final int MOST_CODES = 4;
    private static final int LONGEST_CODE = 256;
    private static final Set<String> PAGE_TYPES = Set.of("image/jpeg", "image/png", "application/pdf");

    public Payload {
        pages = List.copyOf(pages);
    }

    /** Reads the opened parts, of which there is at least one. */
    static Payload of(List<byte[]> parts) throws Unreadable {
        JsonNode submission = object(parts.get(0));
        List<ScannedPage> pages = new ArrayList<>();
        for (byte[] part : parts.subList(1, parts.size())) {
            pages.add(page(part));
        }
        mustBeAnnounced(submission, pages);
        return new Payload(parts.get(0), submission, pages);
    }

    private static ScannedPage page(byte[] part) throws Unreadable {
        ByteReader reader = new ByteReader(part);
        JsonNode header = object(reader.take(reader.length(LONGEST_HEADER)));
        String type = Json.text(header, "contentType");
        if (!PAGE_TYPES.contains(type) || reader.left() > LONGEST_PAGE || !hasFewCodes(header.path("codes"))) {
            throw new Unreadable("A page is not what a page may be.");
        }
        return new ScannedPage(
                Json.text(header, "material"), header.path("page").intValue(), type, reader.take(reader.left()));
    }

    private static boolean hasFewCodes(JsonNode codes) {
        for (JsonNode code : codes) {
            if (Json.text(code, "text").length() > LONGEST_CODE) {
                return false;
            }
        }
        return codes.size() <= MOST_CODES;
    }

    /** The pages are those the list of materials announces, in its order. */
    private static void mustBeAnnounced(JsonNode submission, List<ScannedPage> pages) throws Unreadable {
        int next = 0;
        for (JsonNode material : submission.path("materials")) {
            int count = material.path("source").asText().equals("scan")
                    ? material.path("pages").intValue()
                    : 0;
            for (int page = 1; page <= count; page++, next++) {
                if (next >= pages.size()
                        || pages.get(next).page() != page
                        || !pages.get(next).material().equals(Json.text(material, "material"))) {
                    throw new Unreadable("A page of a material is missing.");
                }
            }
        }
        if (next != pages.size()) {
            throw new Unreadable("A page belongs to no material.");
        }
    }

    private static JsonNode object(byte[] json) throws Unreadable {
        try {
            return Json.object(json, ErrorCode.UNREADABLE);
        } catch (Refusal e) {
            throw new Unreadable("A part is not a JSON object.");
        }
    }

    @Override
    public String toString() {
        return "Payload[" + json.length + " bytes, " + pages.size() + " pages]";
    }
}
