package kiosk.sync.seal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
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

/** Writes the plaintext of a container: the submission as JSON, then the scanned pages (PLATFORM-API.md, section 6). */
final class SubmissionWriter {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Labels labels;

    private static final int LONGEST_CODE = 256;
    private static final int LONGEST_HEADER = 4096;

    SubmissionWriter(Labels labels) {
        this.labels = labels;
    }

    void write(Submission submission, OutputStream to) throws IOException {
        DataOutputStream out = new DataOutputStream(to);
        block(out, JSON.writeValueAsBytes(json(submission)));
        for (SuppliedMaterial material : submission.materials()) {
            if (material instanceof SuppliedMaterial.Scans scans) {
                pages(scans, out);
            } else if (material instanceof SuppliedMaterial.Bound bound) {
                block(out, JSON.writeValueAsBytes(header(bound.material(), 1, "application/pdf", bound.pdf())));
                block(out, bound.pdf());
            }
        }
        out.flush();
    }

    void write(Rating rating, OutputStream to) throws IOException {
        DataOutputStream out = new DataOutputStream(to);
        ObjectNode json = head(rating.id());
        json.put("createdAt", time(rating.given()));
        ObjectNode inside = json.putObject("rating");
        inside.put("of", rating.of().toString()).put("stars", rating.stars());
        rating.reasons().forEach(inside.putArray("reasons")::add);
        block(out, JSON.writeValueAsBytes(json));
        out.flush();
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
                .put("number", labels.number().text())
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

    private static void pages(SuppliedMaterial.Scans scans, DataOutputStream out) throws IOException {
        int number = 0;
        for (ScannedPage page : scans.pages()) {
            number++;
            block(out, withCodes(header(scans.material(), number, "image/jpeg", page.jpeg()), page.codes()));
            block(out, page.jpeg());
        }
    }

    /** The header as bytes, with as many of the codes as it can hold: what is in them may be escaped to six times its length. */
    private static byte[] withCodes(ObjectNode header, List<PageCode> codes) throws IOException {
        byte[] fitting = JSON.writeValueAsBytes(header);
        for (PageCode code : codes) {
            ObjectNode more = header.deepCopy();
            more.withArray("codes")
                    .addObject()
                    .put("symbology", code.symbology())
                    .put("text", code.text());
            byte[] bytes = JSON.writeValueAsBytes(more);
            if (code.text().length() <= LONGEST_CODE && bytes.length <= LONGEST_HEADER) {
                header = more;
                fitting = bytes;
            }
        }
        return fitting;
    }

    private static ObjectNode header(String material, int number, String type, byte[] content) {
        return JSON.createObjectNode()
                .put("material", material)
                .put("page", number)
                .put("contentType", type)
                .put("sha256", Sha256.hex(content));
    }

    private static void block(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private String time(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.truncatedTo(ChronoUnit.MILLIS).atZone(labels.zone()));
    }
}
