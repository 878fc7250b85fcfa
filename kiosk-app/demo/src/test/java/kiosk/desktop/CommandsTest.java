package kiosk.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigInteger;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import kiosk.desktop.diagnosis.ShellSocket;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.jcajce.JceKeyTransAuthEnvelopedRecipient;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command line as a technician types it over ssh. */
class CommandsTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path settings;
    private Path data;

    @BeforeEach
    void settle() throws IOException {
        data = Files.createDirectories(folder.resolve("canary-data"));
        settings = Files.writeString(folder.resolve("kiosk.yaml"), """
            terminal: CANARY7
            place: {zh-CN: 金丝雀大厅, en: canary hall}
            help: {zh-CN: 请问金丝雀, en: ask the canary}
            platform: {url: "https://canary.kiosk.invalid"}
            data: DATA
            devices:
              id-card-reader: {driver: sdt-serial, port: /dev/canary}
            technician: {pinFile: canary-pin}
            support: {certificate: VENDOR}
            """.replace("DATA", data.toString())
                .replace("VENDOR", folder.resolve("vendor.pem").toString()));
    }

    private int kiosk(String... words) {
        CommandLine command = new CommandLine(new KioskCommand());
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(Stream.concat(Stream.of("--config", settings.toString()), Stream.of(words))
                .toArray(String[]::new));
    }

    @Test
    void aRunningShellIsAskedAndItsAnswerIsTheExitCode() {
        try (ShellSocket shell =
                ShellSocket.open(data, request -> "12\n" + request + "\n").orElseThrow()) {
            assertThat(shell).isNotNull();
            assertThat(kiosk("diagnose", "--json", "--device", "page-printer")).isEqualTo(12);
            assertThat(out.toString()).startsWith("diagnose json ").endsWith(" page-printer\n");
            assertThat(kiosk("diagnose", "--test")).isEqualTo(KioskCommand.CANNOT_START);
            assertThat(err.toString()).contains("stop it before");
        }
    }

    @Test
    void aShellThatRunsButDoesNotAnswerIsNotLookedPast() throws IOException {
        try (ServerSocketChannel shell = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            shell.bind(UnixDomainSocketAddress.of(data.resolve("kiosk.sock")));
            assertThat(kiosk("diagnose", "--test")).isEqualTo(KioskCommand.CANNOT_START);
            assertThat(err.toString()).contains("stop it before");
        }
        try (ShellSocket shell = ShellSocket.open(data, request -> "").orElseThrow()) {
            assertThat(shell).isNotNull();
            assertThat(kiosk("check")).isEqualTo(KioskCommand.CANNOT_START);
            assertThat(kiosk("diagnose")).isEqualTo(KioskCommand.CANNOT_START);
            assertThat(err.toString()).contains("runs but did not answer");
            assertThat(out.toString()).isEmpty();
        }
    }

    @Test
    void aDeviceThatWasFoundElsewhereIsDiagnosedWhereItIsAndNotWhereItWas() throws IOException {
        String hub = "/dev/serial/by-path/pci-0000:00:14.0-usb-0:1.";
        Files.writeString(
                settings,
                Files.readString(settings)
                        .replace(
                                "/dev/canary}",
                                hub + "1:1.0-port0}\n  receipt-printer: {driver: escpos-serial, port: /dev/canary}"));
        kiosk("diagnose", "--json");
        assertThat(out.toString()).contains("\"diagnoses\"").doesNotContain("\"hub\"");
        Files.writeString(data.resolve("devices.places"), "RECEIPT_PRINTER " + hub + "2:1.0-port0\n");
        kiosk("diagnose", "--json");
        assertThat(out.toString()).as(err.toString()).contains("\"hub\"");
    }

    @Test
    void aKindOfDeviceThatIsNoneIsWrongUsage() {
        assertThat(kiosk("diagnose", "--device", "toaster")).isEqualTo(2);
        assertThat(err.toString()).contains("no kind of device is called toaster");
    }

    @Test
    void settingsThatCannotBeUsedAreSaidByBothCommands() throws IOException {
        Files.writeString(settings, "nonsense: true\n");
        assertThat(kiosk("diagnose")).isEqualTo(KioskCommand.CANNOT_START);
        assertThat(kiosk("support-bundle", folder.resolve("b").toString())).isEqualTo(KioskCommand.CANNOT_START);
        assertThat(err.toString()).contains("kiosk.yaml");
    }

    @Test
    void theVendorsBundleHoldsTheWordsOfTheSettingsAndNoneOfTheirValues() throws Exception {
        KeyPair vendor = vendor();
        Path bundle = folder.resolve("bundle.p7m");
        assertThat(kiosk("support-bundle", bundle.toString()))
                .as(err.toString())
                .isZero();
        String all = opened(Files.readAllBytes(bundle), vendor);
        assertThat(all)
                .contains("devices.id-card-reader.port", "platform.url", "support.certificate", "OneStop Kiosk")
                .contains("\"diagnoses\"")
                .doesNotContainIgnoringCase("canary")
                .doesNotContain("金丝雀");
        assertThat(kiosk("support-bundle", bundle.toString())).isEqualTo(KioskCommand.CANNOT_START);
    }

    private KeyPair vendor() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        X500Name name = new X500Name("CN=vendor");
        X509CertificateHolder certificate = new JcaX509v3CertificateBuilder(
                        name,
                        BigInteger.ONE,
                        Date.from(Instant.now().minusSeconds(60)),
                        Date.from(Instant.now().plusSeconds(3600)),
                        name,
                        pair.getPublic())
                .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate()));
        String pem = Base64.getMimeEncoder().encodeToString(certificate.getEncoded());
        Files.writeString(
                folder.resolve("vendor.pem"), "-----BEGIN CERTIFICATE-----\n" + pem + "\n-----END CERTIFICATE-----\n");
        return pair;
    }

    private static String opened(byte[] bundle, KeyPair vendor) throws Exception {
        byte[] zip = new CMSAuthEnvelopedData(bundle)
                .getRecipientInfos()
                .getRecipients()
                .iterator()
                .next()
                .getContent(new JceKeyTransAuthEnvelopedRecipient(vendor.getPrivate())
                        .setProvider(new BouncyCastleProvider()));
        StringBuilder all = new StringBuilder();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            while (in.getNextEntry() != null) {
                all.append(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .append('\n');
            }
        }
        return all.toString();
    }
}
