package platform.seal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import platform.wire.Digest;
import platform.wire.ErrorCode;
import platform.wire.Json;
import platform.wire.Refusal;

/**
 * What a container holds: the submission's JSON and the scanned pages behind it.
 *
 * <pre>
 * u32 length, JSON of the submission, then for each page: u32 length, JSON header, u32 length, bytes
 * </pre>
 */
@SuppressWarnings("ArrayRecordComponent")
public record Payload(byte[] json, JsonNode submission, List<ScannedPage> pages) {
    private static final int LONGEST_SUBMISSION = 16 * 1024 * 1024;
    private static final int LONGEST_HEADER = 4096;
    private static final int LONGEST_PAGE = 8 * 1024 * 1024;
    private static final int MOST_PAGES = 200;
    private static final Set<String> PAGE_TYPES = Set.of("image/jpeg", "image/png", "application/pdf");

    public Payload {
        pages = List.copyOf(pages);
    }

    public static Payload parse(byte[] plaintext) throws Unreadable {
        ByteReader reader = new ByteReader(plaintext);
        byte[] json = reader.take(reader.length(LONGEST_SUBMISSION));
        JsonNode submission = object(json);
        List<ScannedPage> pages = new ArrayList<>();
        while (reader.left() > 0 && pages.size() < MOST_PAGES) {
            pages.add(page(reader));
        }
        if (reader.left() > 0) {
            throw new Unreadable("There are too many pages.");
        }
        mustBeAnnounced(submission, pages);
        return new Payload(json, submission, pages);
    }

    private static ScannedPage page(ByteReader reader) throws Unreadable {
        JsonNode header = object(reader.take(reader.length(LONGEST_HEADER)));
        byte[] content = reader.take(reader.length(LONGEST_PAGE));
        String type = Json.text(header, "contentType");
        if (!PAGE_TYPES.contains(type) || !Digest.hex(content).equals(Json.text(header, "sha256"))) {
            throw new Unreadable("A page is not what its header says.");
        }
        return new ScannedPage(
                Json.text(header, "material"), header.path("page").intValue(), type, content);
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
