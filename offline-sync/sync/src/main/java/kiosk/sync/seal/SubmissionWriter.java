package kiosk.sync.seal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import kiosk.device.PageCode;
import kiosk.device.ScannedPage;
import kiosk.form.Entry;
import kiosk.identity.Citizen;
import kiosk.identity.Evidence;
import kiosk.submission.Rating;
import kiosk.submission.Submission;
import kiosk.submission.SubmissionId;
import kiosk.submission.SuppliedMaterial;

/**
 * Writes the plaintexts of the parts: part 0 is the submission as JSON, each further one a page, in the order of the materials, pages
 * rising: {@code 4} bytes length of the page's header, the header as JSON, the page's bytes to the end (PLATFORM-API.md, section 6.2).
 */
final class SubmissionWriter {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final int LONGEST_CODE = 256;
    private static final int LONGEST_HEADER = 4096;

    private final Labels labels;

    SubmissionWriter(Labels labels) {
        this.labels = labels;
    }

    /** One page, to be written to a part of its own. */
    record Page(ObjectNode header, byte[] content) {
        void write(OutputStream to) throws IOException {
            byte[] head = JSON.writeValueAsBytes(header);
            DataOutputStream out = new DataOutputStream(to);
            out.writeInt(head.length);
            out.write(head);
            out.write(content);
            out.flush();
        }

        @Override
        public String toString() {
            return "Page[" + content.length + " bytes]";
        }
    }

    /** The pages of a submission, in the order of their parts. */
    static List<Page> pages(Submission submission) {
        List<Page> pages = new ArrayList<>();
        for (SuppliedMaterial material : submission.materials()) {
            if (material instanceof SuppliedMaterial.Scans scans) {
                pages(scans, pages);
            } else if (material instanceof SuppliedMaterial.Bound bound) {
                pages.add(new Page(header(bound.material(), 1, "application/pdf"), bound.pdf()));
            }
        }
        return pages;
    }

    byte[] written(Submission submission) throws IOException {
        return JSON.writeValueAsBytes(json(submission));
    }

    byte[] written(Rating rating) throws IOException {
        ObjectNode json = head(rating.id());
        json.put("createdAt", time(rating.given()));
        ObjectNode inside = json.putObject("rating");
        inside.put("of", rating.of().toString()).put("stars", rating.stars());
        rating.reasons().forEach(inside.putArray("reasons")::add);
        return JSON.writeValueAsBytes(json);
    }

    private ObjectNode json(Submission submission) {
        ObjectNode json = head(submission.id());
        json.put("itemVersion", submission.item().version());
        citizen(submission.citizen(), json.putObject("citizen"));
        ObjectNode values = json.putObject("values");
        submission.answers().forEach((name, entry) -> value(entry, values.putObject(name)));
        json.putObject("consent")
                .put("version", submission.consent().version())
                .put("time", time(submission.consent().given()));
        submission
                .signature()
                .ifPresent(it -> json.putObject("signature")
                        .put("contentType", "image/png")
                        .put("base64", Base64.getEncoder().encodeToString(it.png())));
        ArrayNode materials = json.putArray("materials");
        submission.materials().forEach(it -> material(it, materials.addObject()));
        json.put("createdAt", time(submission.created()));
        submission.feeInFen().ifPresent(it -> json.put("amountFen", it));
        return json;
    }

    private ObjectNode head(SubmissionId id) {
        return JSON.createObjectNode()
                .put("id", id.toString())
                .put("number", labels.number())
                .put("terminal", labels.terminal())
                .put("item", labels.item())
                .put("kind", labels.kind());
    }

    private static void citizen(Citizen citizen, ObjectNode json) {
        json.put("name", citizen.name())
                .put("number", citizen.number())
                .put("evidence", word(citizen.evidence()))
                .put(
                        "assurance",
                        citizen.assurance().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static String word(Evidence evidence) {
        if (evidence instanceof Evidence.ByIdCard) {
            return "id-card";
        }
        return evidence instanceof Evidence.BySocialCard ? "social-card" : "code";
    }

    private static void value(Entry entry, ObjectNode json) {
        json.put("value", entry.value()).put("source", entry.source().word());
    }

    private static void material(SuppliedMaterial material, ObjectNode json) {
        json.put("material", material.material());
        if (material instanceof SuppliedMaterial.OnFile onFile) {
            json.put("source", "certificate")
                    .put("certificateId", onFile.certificateId())
                    .put("pages", 0);
        } else if (material instanceof SuppliedMaterial.Scans scans) {
            json.put("source", "scan").put("pages", scans.pages().size());
        } else if (material instanceof SuppliedMaterial.Bound) {
            json.put("source", "scan").put("pages", 1);
        }
    }

    private static void pages(SuppliedMaterial.Scans scans, List<Page> to) {
        int number = 0;
        for (ScannedPage page : scans.pages()) {
            number++;
            to.add(new Page(withCodes(header(scans.material(), number, "image/jpeg"), page.codes()), page.jpeg()));
        }
    }

    /** The header with as many of the codes as it can hold: what is in them may be escaped to six times its length. */
    private static ObjectNode withCodes(ObjectNode header, List<PageCode> codes) {
        ObjectNode fitting = header;
        for (PageCode code : codes) {
            ObjectNode more = fitting.deepCopy();
            more.withArray("codes")
                    .addObject()
                    .put("symbology", code.symbology())
                    .put("text", code.text());
            int length = more.toString().getBytes(StandardCharsets.UTF_8).length;
            if (code.text().length() <= LONGEST_CODE && length <= LONGEST_HEADER) {
                fitting = more;
            }
        }
        return fitting;
    }

    private static ObjectNode header(String material, int number, String type) {
        return JSON.createObjectNode()
                .put("material", material)
                .put("page", number)
                .put("contentType", type);
    }

    private String time(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.truncatedTo(ChronoUnit.MILLIS).atZone(labels.clock().getZone()));
    }
}
