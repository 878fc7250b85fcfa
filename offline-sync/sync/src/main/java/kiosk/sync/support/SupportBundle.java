package kiosk.sync.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * One file for the vendor's support: a ZIP, encrypted to the vendor, of what it was given and of these, read beside the running program:
 *
 * <pre>
 * journal.txt   the last 20,000 entries: time, event id, figures; which submission and which technician are left out
 * tallies.txt   what was counted of each device
 * hours.txt     what each device did, hour by hour
 * events.txt    how each device changed, with its raw code
 * tests.txt     the technicians' tests, without the technicians
 * </pre>
 */
public final class SupportBundle {
    private static final String WHICH_OR_WHO = "\\b(of|technician)=\\S+";
    private static final Excerpt JOURNAL =
            new Excerpt("journal.txt", "SELECT at, event, figures FROM journal ORDER BY seq DESC LIMIT 20000");
    private static final List<Excerpt> UPKEEP = List.of(
            new Excerpt("tallies.txt", "SELECT device, what, count FROM tally ORDER BY device, what LIMIT 1000"),
            new Excerpt(
                    "hours.txt",
                    "SELECT device, begin, works, failures, slowest, steps FROM hour ORDER BY begin DESC LIMIT 5000"),
            new Excerpt("events.txt", "SELECT at, device, state, cause, code FROM event ORDER BY seq DESC LIMIT 20000"),
            new Excerpt("tests.txt", "SELECT at, subject, verdict, figures FROM test ORDER BY seq DESC LIMIT 1000"));

    private final Map<String, String> texts = new TreeMap<>();
    private final VendorSeal seal;

    /**
     * A bundle for the vendor.
     *
     * @param certificate the vendor's, a PEM file
     * @param given file names and texts that hold no person and no value of the settings
     * @throws IllegalArgumentException if nothing can be encrypted to that certificate
     */
    public SupportBundle(Path certificate, Map<String, String> given) {
        this.seal = VendorSeal.to(certificate);
        this.texts.putAll(given);
    }

    /** Reads what the data folder tells, and writes the bundle; a file that is there already is not written over. */
    public void write(Path dataFolder, Path target) {
        texts.put(JOURNAL.name(), JOURNAL.of(dataFolder.resolve("outbox.db")).replaceAll(WHICH_OR_WHO, "$1=-"));
        UPKEEP.forEach(each -> texts.put(each.name(), each.of(dataFolder.resolve("upkeep.db"))));
        try {
            byte[] sealed = seal.seal(zipped());
            Files.createFile(
                    target, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            fill(target, sealed);
        } catch (IOException e) {
            throw new UncheckedIOException("the bundle cannot be written, or is there already", e);
        }
    }

    /** A disk that takes only a part of it, or none, is left as it was: then it can be tried again. */
    private static void fill(Path created, byte[] sealed) throws IOException {
        boolean whole = false;
        try {
            Files.write(created, sealed, StandardOpenOption.WRITE);
            whole = true;
        } finally {
            if (!whole) {
                Files.deleteIfExists(created);
            }
        }
    }

    private byte[] zipped() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> each : texts.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
