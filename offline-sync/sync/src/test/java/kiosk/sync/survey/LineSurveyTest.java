package kiosk.sync.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import kiosk.catalogue.Department;
import kiosk.diagnosis.Hop;
import kiosk.diagnosis.HopResult;
import kiosk.diagnosis.HopResult.Outcome;
import kiosk.diagnosis.HopResult.Trouble;
import kiosk.diagnosis.HostFigures.Database;
import kiosk.diagnosis.Survey;
import kiosk.sync.Certificates;
import kiosk.sync.Province;
import kiosk.sync.SyncSettings;
import kiosk.sync.channel.PlatformAddress;
import kiosk.sync.disk.Limits;
import kiosk.sync.survey.Machine.Port;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import platform.Misbehaviour;

class LineSurveyTest {
    private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Shanghai"));
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    private Path folder;

    private Machine machine = Machine.real();
    private Optional<Path> authorities = Optional.empty();

    private Survey look(PlatformAddress address) throws InterruptedException {
        return look(address, new ArrayList<>());
    }

    private Survey look(PlatformAddress address, List<HopResult> told) throws InterruptedException {
        SyncSettings settings = new SyncSettings(
                "K001",
                address,
                folder,
                CLOCK,
                DAY,
                DAY,
                authorities,
                Optional.empty(),
                Limits.USUAL,
                SyncSettings.Identity.DEMO);
        return new LineSurvey(settings, machine).look(told::add);
    }

    private static Optional<Trouble> trouble(Survey survey, Hop hop) {
        return survey.at(hop).flatMap(HopResult::trouble);
    }

    @Test
    void aWholeLineIsProvenAndEachDepartmentContacted() throws Exception {
        try (Province province = new Province(folder.resolve("province"))) {
            List<HopResult> told = new ArrayList<>();
            Survey survey = look(province.address(), told);
            assertThat(told).isEqualTo(survey.hops());
            assertThat(survey.breaks()).isEmpty();
            assertThat(survey.at(Hop.PLATFORM)).map(HopResult::outcome).contains(Outcome.PROVEN);
            assertThat(survey.hops().stream().filter(it -> it.outcome() == Outcome.CONTACTED))
                    .extracting(it -> it.department().orElseThrow())
                    .containsExactly(Department.values());
            assertThat(survey.host().clockAhead().orElseThrow())
                    .isBetween(Duration.ofSeconds(-5), Duration.ofSeconds(5));
            assertThat(survey.host().disk().total()).isPositive();
            assertThat(survey.host().memory().total()).isPositive();
            assertThat(survey.host().load()).isNotNegative();
            assertThat(survey.host().database()).isEqualTo(Database.UNKNOWN);
        }
    }

    @Test
    void whatThePlatformSaysIsToldApart() throws Exception {
        try (Province province = new Province(folder.resolve("province"))) {
            Misbehaviour misbehaviour = province.misbehaviour();
            misbehaviour.takeDown("tax");
            assertThat(look(province.address()).hops())
                    .filteredOn(it -> it.outcome() == Outcome.FAILED)
                    .extracting(HopResult::department)
                    .containsExactly(Optional.of(Department.TAX));
            misbehaviour.goDown();
            assertThat(trouble(look(province.address()), Hop.PLATFORM)).contains(Trouble.OUT_OF_ORDER);
            misbehaviour.behave();
            misbehaviour.disguiseAs(Misbehaviour.Disguise.CAPTIVE_PORTAL);
            assertThat(trouble(look(province.address()), Hop.PLATFORM)).contains(Trouble.NOT_THE_PLATFORM);
            misbehaviour.disguiseAs(Misbehaviour.Disguise.NOT_JSON);
            assertThat(trouble(look(province.address()), Hop.PLATFORM)).contains(Trouble.NOT_THE_PLATFORM);
            misbehaviour.disguiseAs(Misbehaviour.Disguise.ENDLESS);
            assertThat(trouble(look(province.address()), Hop.PLATFORM)).contains(Trouble.NOT_THE_PLATFORM);
        }
    }

    @Test
    void aPlatformWhoseClockIsElsewhereShowsByHowMuch() throws Exception {
        try (Province province = new Province(folder.resolve("province"))) {
            province.letTimePass(Duration.ofHours(2));
            Duration ahead = look(province.address()).host().clockAhead().orElseThrow();
            assertThat((double) ahead.toSeconds()).isCloseTo(-7200, within(5.0));
        }
    }

    @Test
    void aPortWhereNobodyListensRefuses() throws Exception {
        int port = unused();
        Survey plain = look(new PlatformAddress(URI.create("http://127.0.0.1:" + port)));
        assertThat(trouble(plain, Hop.PLATFORM)).contains(Trouble.REFUSED);
        Survey secure = look(new PlatformAddress(URI.create("https://127.0.0.1:" + port)));
        assertThat(trouble(secure, Hop.TLS)).contains(Trouble.REFUSED);
        assertThat(secure.at(Hop.PLATFORM)).map(HopResult::outcome).contains(Outcome.SKIPPED);
    }

    private static int unused() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Test
    void aServerThatSpeaksNoTlsIsNoHandshake() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread telnet = new Thread(() -> greet(server));
            telnet.start();
            URI uri = URI.create("https://127.0.0.1:" + server.getLocalPort());
            assertThat(trouble(look(new PlatformAddress(uri)), Hop.TLS)).contains(Trouble.NO_HANDSHAKE);
            telnet.join();
        }
    }

    private static void greet(ServerSocket server) {
        try (Socket caller = server.accept()) {
            caller.getOutputStream().write("220 ready\r\n".getBytes(StandardCharsets.US_ASCII));
            caller.getInputStream().readNBytes(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aNameThatNobodyKnowsIsTheNameServersBehindARouterThatAnswers() throws Exception {
        Path proc = folder.resolve("proc");
        Files.createDirectories(proc.resolve("net"));
        Files.writeString(proc.resolve("net/route"), "eth0\t00000000\t0100007F\t0003\t0\t0\t0\t00000000\n");
        machine = new Machine(() -> List.of(new Port("eth0", true, 1)), proc);
        Survey survey = look(new PlatformAddress(URI.create("https://platform.kiosk.invalid")));
        assertThat(survey.at(Hop.GATEWAY)).map(HopResult::outcome).contains(Outcome.PROVEN);
        assertThat(survey.breaks()).map(HopResult::hop).contains(Hop.NAME);
        assertThat(survey.hops()).hasSize(Hop.values().length - 1 + Department.values().length);
    }

    @Test
    void aTerminalWithoutCableAddressOrRouteSaysWhichIsMissing() throws Exception {
        machine = new Machine(() -> List.of(new Port("eth0", false, 0)), folder);
        Survey survey = look(new PlatformAddress(URI.create("https://platform.kiosk.invalid")));
        assertThat(trouble(survey, Hop.LINK)).contains(Trouble.NO_LINK);
        assertThat(trouble(survey, Hop.ADDRESS)).contains(Trouble.NO_ADDRESS);
        assertThat(trouble(survey, Hop.GATEWAY)).contains(Trouble.NO_ROUTE);
        assertThat(survey.breaks()).map(HopResult::hop).contains(Hop.LINK);
    }

    @Test
    void aCertificateIsProvenAndItsEndKnown() throws Exception {
        Instant end = Instant.now().plus(Duration.ofDays(30));
        Survey survey = behind("127.0.0.1", Instant.now().minus(DAY), end, Instant.now());
        assertThat(survey.breaks()).isEmpty();
        assertThat(survey.at(Hop.TLS)).map(HopResult::outcome).contains(Outcome.PROVEN);
        assertThat(survey.host().certificateEnd().orElseThrow()).isBetween(end.minusSeconds(2), end);
    }

    @Test
    void anExpiredCertificateIsToldWithTheTimeOfWhoShowsIt() throws Exception {
        Survey survey = behind(
                "127.0.0.1",
                Instant.now().minus(DAY.multipliedBy(9)),
                Instant.now().minus(DAY),
                Instant.now());
        assertThat(trouble(survey, Hop.TLS)).contains(Trouble.EXPIRED);
        assertThat(survey.host().clockAhead().orElseThrow().abs()).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void aCertificateThatHasNotBegunIsTold() throws Exception {
        Instant later = Instant.now().plus(DAY.multipliedBy(400));
        Survey survey = behind("127.0.0.1", later.minus(DAY), later.plus(DAY), later);
        assertThat(trouble(survey, Hop.TLS)).contains(Trouble.NOT_YET_VALID);
        assertThat((double) survey.host().clockAhead().orElseThrow().toDays()).isCloseTo(-400, within(1.0));
    }

    @Test
    void aCertificateOfAnotherHostIsTold() throws Exception {
        Survey survey =
                behind("10.1.2.3", Instant.now().minus(DAY), Instant.now().plus(DAY), Instant.now());
        assertThat(trouble(survey, Hop.TLS)).contains(Trouble.OTHER_HOST);
    }

    @Test
    void aStrangersCertificateIsTold() throws Exception {
        SSLContext stranger = new Certificates()
                .server("127.0.0.1", Instant.now().minus(DAY), Instant.now().plus(DAY));
        authorities = Optional.of(new Certificates().authorityIn(folder));
        try (SecureDoor door = new SecureDoor(stranger, Instant.now())) {
            assertThat(trouble(look(door.address()), Hop.TLS)).contains(Trouble.UNKNOWN_AUTHORITY);
        }
    }

    private Survey behind(String address, Instant begin, Instant end, Instant time) throws Exception {
        Certificates certificates = new Certificates();
        authorities = Optional.of(certificates.authorityIn(folder));
        try (SecureDoor door = new SecureDoor(certificates.server(address, begin, end), time)) {
            return look(door.address());
        }
    }
}
