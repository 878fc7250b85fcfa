package kiosk.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import kiosk.device.DeviceKind;
import kiosk.device.Fault;
import kiosk.device.Health;
import kiosk.journal.Journal;
import kiosk.journal.Occurrence;
import kiosk.submission.Outbox;
import kiosk.submission.Submission;
import kiosk.submission.SubmissionId;
import kiosk.sync.support.SupportBundle;
import kiosk.sync.upkeep.SqliteDeviceBook;
import kiosk.upkeep.DeviceEvent;
import kiosk.upkeep.Paper;
import kiosk.upkeep.Subject;
import kiosk.upkeep.Tally;
import kiosk.upkeep.TestRecord;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.jcajce.JceKeyTransAuthEnvelopedRecipient;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupportBundleTest {
    private static KeyPair vendor;

    @TempDir
    private Path folder;

    @BeforeAll
    static void makeTheVendorsKey() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        vendor = generator.generateKeyPair();
    }

    private Path certificate() throws Exception {
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                new X500Name("CN=vendor"),
                BigInteger.ONE,
                Date.from(Instant.now().minusSeconds(60)),
                Date.from(Instant.now().plusSeconds(3600)),
                new X500Name("CN=vendor"),
                vendor.getPublic());
        X509Certificate certificate = new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(vendor.getPrivate())));
        String pem = Base64.getMimeEncoder().encodeToString(certificate.getEncoded());
        return Files.writeString(
                folder.resolve("vendor.pem"), "-----BEGIN CERTIFICATE-----\n" + pem + "\n-----END CERTIFICATE-----\n");
    }

    /** As the vendor reads it: file name to text. */
    private static Map<String, String> opened(byte[] bundle) throws Exception {
        RecipientInformation recipient = new CMSAuthEnvelopedData(bundle)
                .getRecipientInfos()
                .getRecipients()
                .iterator()
                .next();
        byte[] zip = recipient.getContent(
                new JceKeyTransAuthEnvelopedRecipient(vendor.getPrivate()).setProvider(new BouncyCastleProvider()));
        Map<String, String> texts = new HashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                texts.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    @Test
    void theVendorReadsWhatHappenedAndFindsNobodyInIt() throws Exception {
        SubmissionId canary = live();
        Path file = folder.resolve("bundle.p7m");
        new SupportBundle(certificate(), Map.of("versions.txt", "OneStop Kiosk 0.1.0"))
                .write(folder.resolve("K001"), file);
        byte[] bundle = Files.readAllBytes(file);
        Map<String, String> texts = opened(bundle);
        assertThat(texts).containsEntry("versions.txt", "OneStop Kiosk 0.1.0");
        assertThat(texts.get("journal.txt"))
                .contains("\t210\tmillis=840\n")
                .contains("\t260\t")
                .contains("of=-")
                .contains("technician=-");
        assertThat(texts.get("tallies.txt")).contains("RECEIPT_PRINTER\tCUTS\t3");
        assertThat(texts.get("events.txt")).contains("RECEIPT_PRINTER\tOFFLINE\tPAPER_OUT\tdle-eot=1a");
        assertThat(texts.get("tests.txt")).contains("NETWORK\tPASSED");
        assertThat(new String(bundle, StandardCharsets.ISO_8859_1)).doesNotContain("journal.txt", "PAPER_OUT");
        assertThat(String.join("\n", texts.values()))
                .doesNotContain("technician-4711", "904217")
                .doesNotContain(canary.toString(), Handed.NAME, Handed.NUMBER)
                .doesNotContainPattern("[0-9]{17}[0-9X]")
                .doesNotContainPattern("\\p{IsHan}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    /** A day at a terminal, with a citizen who hands something in. */
    private SubmissionId live() throws Exception {
        Submission canary = Handed.care();
        try (Online online = new Online(folder);
                SqliteDeviceBook book =
                        SqliteDeviceBook.open(folder.resolve("K001/upkeep.db"), Clock.systemUTC(), Paper.USUAL)) {
            assertThat(online.sync.outbox().accept(canary)).isInstanceOf(Outbox.Accepted.class);
            online.sync.journal().note(Occurrence.CARD_READ, new Journal.Millis(840));
            online.sync.journal().note(Occurrence.TECHNICIAN_ENTERED, new Journal.Technician(904_217));
            book.count(DeviceKind.RECEIPT_PRINTER, Tally.CUTS, 3);
            Fault empty = new Fault(Fault.Cause.PAPER_OUT, "dle-eot=1a");
            book.note(new DeviceEvent(
                    Instant.now(), DeviceKind.RECEIPT_PRINTER, Health.State.OFFLINE, Optional.of(empty)));
            book.record(new TestRecord(
                    Instant.now(), Subject.NETWORK, TestRecord.Verdict.PASSED, "technician-4711", Map.of("hops", 7L)));
        }
        return canary.id();
    }

    @Test
    void aTerminalThatNeverRanHasABundleToo() throws Exception {
        Path file = folder.resolve("bundle.p7m");
        Files.writeString(folder.resolve("upkeep.db"), "no database");
        new SupportBundle(certificate(), Map.of()).write(folder, file);
        assertThat(opened(Files.readAllBytes(file)))
                .containsEntry("journal.txt", "none\n")
                .hasEntrySatisfying("events.txt", it -> assertThat(it).startsWith("unreadable: SQLite result "));
    }

    @Test
    void aFileThatIsThereIsNotWrittenOver() throws Exception {
        Path there = Files.writeString(folder.resolve("bundle.p7m"), "precious");
        SupportBundle bundle = new SupportBundle(certificate(), Map.of());
        assertThatThrownBy(() -> bundle.write(folder, there)).isInstanceOf(UncheckedIOException.class);
        assertThat(there).hasContent("precious");
    }

    @Test
    void aBundleThatCannotBeMadeLeavesNoFileInTheWayOfTheNext() throws Exception {
        Path file = folder.resolve("bundle.p7m");
        SupportBundle bundle = new SupportBundle(certificate(), Map.of("x".repeat(70_000), "a name no archive takes"));
        assertThatIllegalArgumentException().isThrownBy(() -> bundle.write(folder, file));
        assertThat(file).doesNotExist();
    }

    @Test
    void nothingIsEncryptedToAKeyThatCannotTakeIt() throws Exception {
        Path elliptic = new Certificates().authorityIn(folder);
        Path none = Files.writeString(folder.resolve("none.pem"), "nothing");
        assertThatIllegalArgumentException().isThrownBy(() -> new SupportBundle(elliptic, Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new SupportBundle(none, Map.of()));
        assertThatThrownBy(() -> new SupportBundle(folder.resolve("missing.pem"), Map.of()))
                .isInstanceOf(UncheckedIOException.class);
    }
}
