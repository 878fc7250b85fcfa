package kiosk.drivers.escl;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Stream;
import kiosk.device.Health;
import kiosk.drivers.fuzz.ShortDose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a scanner on the network answers: what it can do, how it is, where a job lives, and a page. */
class EsclFuzzTest {
    private static final int WIDEST = 2800;
    private static final int LONGEST = 4400;

    static Stream<byte[]> wellFormed() {
        return Stream.of(
                xml(
                        "<s:ScannerStatus xmlns:s='urn:a' xmlns:p='urn:b'><p:Version>2.63</p:Version><p:State>Idle</p:State>"
                                + "<s:AdfState>ScannerAdfLoaded</s:AdfState></s:ScannerStatus>"),
                xml("<s:ScannerCapabilities xmlns:s='urn:a' xmlns:p='urn:b'><p:Version>2.63</p:Version>"
                        + "<p:MakeAndModel>OneStop &amp; Scan</p:MakeAndModel><s:Platen><s:XResolution>300</s:XResolution>"
                        + "</s:Platen><s:Adf/></s:ScannerCapabilities>"),
                xml(
                        "<!DOCTYPE s [<!ENTITY e SYSTEM 'http://192.0.2.1/e'>]><ScannerStatus><State>&e;</State></ScannerStatus>"),
                "http://192.0.2.1/eSCL/ScanJobs/7".getBytes(StandardCharsets.US_ASCII),
                HexFormat.of().parseHex("FFD8FFE000040102FFC0000B080100020001011100FFD9"));
    }

    private static byte[] xml(String document) {
        return ("<?xml version='1.0' encoding='UTF-8'?>" + document).getBytes(StandardCharsets.UTF_8);
    }

    /** A parser that takes what came or refuses it. */
    private interface Parser {
        void read() throws IOException;
    }

    @Tag("soak")
    @DictionaryEntries({
        "<!DOCTYPE",
        "<!ENTITY",
        "SYSTEM",
        "&#x",
        "<![CDATA[",
        "xmlns:",
        "encoding='UTF-16'",
        "ScannerStatus"
    })
    @MethodSource("wellFormed")
    @FuzzTest
    void whateverComesIsUnderstoodOrRefused(byte[] came) throws IOException {
        takenOrRefused(() -> judge(EsclStatus.of(came)));
        takenOrRefused(() -> judge(EsclCapabilities.of(came)));
        takenOrRefused(() -> judge(JpegHead.of(came, WIDEST, LONGEST)));
        takenOrRefused(() -> judge(EsclJob.at(new String(came, StandardCharsets.ISO_8859_1), true, 300, 300)));
    }

    private static void takenOrRefused(Parser parser) throws IOException {
        try {
            parser.read();
        } catch (ProtocolException refused) {
            assertThat(refused.getMessage()).hasSizeLessThan(80);
        }
    }

    private static void judge(EsclStatus status) {
        assertThat(status.state().length() + status.adfState().length()).isLessThanOrEqualTo(400);
        assertThat(status.fault(true).isPresent() || status.fault(false).isEmpty())
                .isTrue();
    }

    private static void judge(EsclCapabilities capabilities) {
        assertThat(capabilities.resolution(300)).isBetween(10, 9999);
        Health.Nameplate name = capabilities.nameplate();
        assertThat((name.manufacturer() + name.model()).codePoints().noneMatch(Character::isISOControl))
                .isTrue();
    }

    private static void judge(JpegHead head) {
        assertThat(head.width()).isBetween(1, WIDEST);
        assertThat(head.height()).isBetween(1, LONGEST);
    }

    private static void judge(EsclJob job) {
        assertThat(job.nextDocument()).startsWith("/").doesNotContain("\r", "\n", " ");
    }

    @Test
    void damagedAnswersAreUnderstoodOrRefused() throws Exception {
        ShortDose.of(EsclFuzzTest.class, "whateverComesIsUnderstoodOrRefused", wellFormed())
                .feed(400, this::whateverComesIsUnderstoodOrRefused);
    }
}
