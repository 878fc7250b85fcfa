package kiosk.drivers.escl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kiosk.device.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EsclParsersTest {
    private static byte[] bytes(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] status(String state, String adf) {
        return bytes("<s:ScannerStatus xmlns:s=\"urn:a\" xmlns:p=\"urn:b\"><p:State>" + state
                + "</p:State><s:AdfState> " + adf + " </s:AdfState></s:ScannerStatus>");
    }

    @ParameterizedTest
    @CsvSource({
        "Idle,ScannerAdfEmpty,",
        "Processing,ScannerAdfLoaded,",
        "Idle,ScannerAdfJam,PAPER_JAM",
        "Idle,ScannerAdfMultipickDetected,PAPER_JAM",
        "Idle,ScannerAdfHatchOpen,COVER_OPEN",
        "Idle,ScannerAdfInputTrayFailed,HARDWARE",
        "Stopped,ScannerAdfEmpty,STOPPED",
        "Down,ScannerAdfEmpty,HARDWARE"
    })
    void whatTheScannerSaysOfItselfIsAFaultOrNone(String state, String adf, Fault.Cause cause) throws Exception {
        assertThat(EsclStatus.of(status(state, adf)).fault(true).map(Fault::cause))
                .isEqualTo(Optional.ofNullable(cause));
    }

    @Test
    void theFeedersTroubleIsNoneOfTheGlass() throws Exception {
        assertThat(EsclStatus.of(status("Idle", "ScannerAdfJam")).fault(false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<",
                "<ScannerStatus/>",
                "<Other><State>Idle</State></Other>",
                "<!DOCTYPE ScannerStatus [<!ENTITY a \"b\">]><ScannerStatus><State>&a;</State></ScannerStatus>",
                "<!DOCTYPE ScannerStatus SYSTEM \"http://127.0.0.1:1/x.dtd\"><ScannerStatus><State>I</State></ScannerStatus>"
            })
    void whatIsNoStatusIsRefusedAndNothingIsFetched(String xml) {
        assertThatThrownBy(() -> EsclStatus.of(bytes(xml))).isInstanceOf(ProtocolException.class);
    }

    @Test
    void aDocumentWiderThanAnyScannersIsRefused() {
        String xml = "<ScannerStatus>" + "<a/>".repeat(30_000) + "<State>Idle</State></ScannerStatus>";
        assertThatThrownBy(() -> EsclStatus.of(bytes(xml))).isInstanceOf(ProtocolException.class);
    }

    @Test
    void theResolutionNearestAboveIsTakenAndElseTheFinest() throws Exception {
        EsclCapabilities some = EsclCapabilities.of(bytes("<ScannerCapabilities><Platen><XResolution>100</XResolution>"
                + "<XResolution>300</XResolution><XResolution>x</XResolution></Platen></ScannerCapabilities>"));
        assertThat(List.of(some.resolution(150), some.resolution(200), some.resolution(300)))
                .containsExactly(300, 300, 300);
        EsclCapabilities coarse = EsclCapabilities.of(
                bytes("<ScannerCapabilities><Adf><XResolution>100</XResolution>" + "</Adf></ScannerCapabilities>"));
        assertThat(coarse.resolution(200)).isEqualTo(100);
        assertThat(coarse.feeder()).isTrue();
        assertThat(coarse.platen()).isFalse();
        EsclCapabilities silent = EsclCapabilities.of(bytes("<ScannerCapabilities/>"));
        assertThat(silent.resolution(200)).isEqualTo(200);
        assertThat(silent.version()).isEqualTo("2.0");
    }

    @ParameterizedTest
    @CsvSource({
        "75 600,150,600",
        "75 600,300,600",
        "150 600,300,150",
        "75 150 200 600 1200,300,200",
        "100 400 600,300,400",
        "100 400 600,400,400",
        "75 100,200,100",
        "1200,200,1200"
    })
    void onlyAResolutionThatTheScannerNamesIsAskedFor(String named, int wanted, int asked) throws Exception {
        String list = named.replaceAll("([0-9]+)", "<XResolution>$1</XResolution>");
        EsclCapabilities some =
                EsclCapabilities.of(bytes("<ScannerCapabilities><Adf>" + list + "</Adf></ScannerCapabilities>"));
        assertThat(some.resolution(wanted)).isEqualTo(asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://", "nowhere", "mailto:a@b", "http://h/ bad"})
    void aJobThatIsNowhereIsRefused(String location) {
        assertThatThrownBy(() -> EsclJob.at(location, true, 200, 200)).isInstanceOf(ProtocolException.class);
    }

    @Test
    void ofAJobsPlaceOnlyThePathIsTrusted() throws Exception {
        assertThat(EsclJob.at("http://elsewhere.example:81/eSCL/ScanJobs/7/", true, 200, 300)
                        .nextDocument())
                .isEqualTo("/eSCL/ScanJobs/7/NextDocument");
    }

    @Test
    void aJpegSaysItsSizeAndMustBeWhole() throws Exception {
        byte[] jpeg = {
            (byte) 0xFF,
            (byte) 0xD8,
            (byte) 0xFF,
            (byte) 0xE0,
            0,
            4,
            1,
            2,
            (byte) 0xFF,
            (byte) 0xC0,
            0,
            11,
            8,
            1,
            0,
            2,
            0,
            1,
            1,
            0x11,
            0,
            (byte) 0xFF,
            (byte) 0xD9
        };
        assertThat(JpegHead.of(jpeg, 600, 600)).isEqualTo(new JpegHead(512, 256));
        assertThat(JpegHead.of(Arrays.copyOf(jpeg, jpeg.length + 100), 600, 600).width())
                .as("filled up behind its end")
                .isEqualTo(512);
        assertThatThrownBy(() -> JpegHead.of(jpeg, 500, 600)).isInstanceOf(ProtocolException.class);
        for (int length = 0; length < jpeg.length; length++) {
            byte[] cut = Arrays.copyOf(jpeg, length);
            assertThatThrownBy(() -> JpegHead.of(cut, 600, 600)).isInstanceOf(ProtocolException.class);
        }
    }
}
