package kiosk.sync.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import kiosk.catalogue.Department;
import kiosk.catalogue.Prefill;
import kiosk.form.Problem;
import kiosk.identity.Citizen;
import kiosk.identity.CitizenId;
import kiosk.identity.Evidence;
import kiosk.identity.Sex;
import kiosk.identity.SocialCard;
import kiosk.platform.Answer;
import kiosk.platform.Answer.Refusal;
import kiosk.platform.Answer.Refused;
import kiosk.platform.Answer.Unreachable;
import kiosk.platform.Certificate;
import kiosk.platform.Order;
import kiosk.submission.SubmissionId;
import kiosk.sync.Handed;
import kiosk.sync.Province;
import kiosk.sync.channel.Trust;
import kiosk.sync.seal.KeyShelf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import platform.Misbehaviour.Disguise;

class HttpPlatformTest {
    @TempDir
    private Path folder;

    private Province province;
    private Wire wire;
    private StatusProbe probe;
    private KeyShelf shelf;
    private HttpPlatform platform;

    @BeforeEach
    void start() {
        province = new Province(folder.resolve("province"));
        province.enrol("K001");
        wire = new Wire(province.address(), "K001", Trust.of(Optional.empty()));
        shelf = new KeyShelf(folder.resolve("platform.keys"), Optional.empty());
        probe = new StatusProbe(wire, shelf, Duration.ofMillis(50));
        platform = new HttpPlatform(wire, probe);
    }

    @AfterEach
    void stop() {
        probe.close();
        wire.close();
        province.close();
    }

    @Test
    void aCardsHolderIsKnown() throws Exception {
        Citizen citizen = identified();
        assertThat(citizen.name()).isEqualTo(Handed.NAME);
        assertThat(citizen.number()).isEqualTo(Handed.NUMBER);
        assertThat(citizen.assurance()).isEqualTo(Citizen.Assurance.PLATFORM);
        assertThat(citizen.session()).isPresent();
    }

    @Test
    void theHolderOfASocialCardIsKnown() throws Exception {
        SocialCard card = new SocialCard(
                "110101" + "0".repeat(26),
                "A00000011",
                "3.00",
                Handed.NAME,
                new CitizenId(Handed.NUMBER),
                Sex.MALE,
                Optional.empty(),
                Optional.empty());
        Answer<Citizen> answer = platform.identify(new Evidence.BySocialCard(card));
        assertThat(answer.map(Citizen::number)).isEqualTo(new Answer.Answered<>(Handed.NUMBER));
    }

    @Test
    void aCodeServesOnceAndALongOneNever() throws Exception {
        Evidence code = new Evidence.ByCode(province.codeOf(Handed.NUMBER));
        assertThat(platform.identify(code).map(Citizen::name)).isEqualTo(new Answer.Answered<>(Handed.NAME));
        assertThat(platform.identify(code)).isEqualTo(new Refused<>(Refusal.CODE_EXPIRED));
        assertThat(platform.identify(new Evidence.ByCode("q".repeat(10_000))))
                .isEqualTo(new Refused<>(Refusal.CODE_EXPIRED));
    }

    @Test
    void aStrangerIsUnknown() throws Exception {
        Evidence card = Handed.idCardOf("李四", "110101199003074477");
        assertThat(platform.identify(card)).isEqualTo(new Refused<>(Refusal.UNKNOWN_PERSON));
    }

    @Test
    void whatThePlatformKnowsComesByTheCataloguesWords() throws Exception {
        String session = identified().session().orElseThrow();
        Map<Prefill, String> known =
                platform.prefill(session, "medical-insurance.cross-region-care").or(Map.of());
        assertThat(known).containsEntry(Prefill.PLATFORM_PHONE, "13800000000");
        assertThat(platform.prefill("another", "medical-insurance.cross-region-care"))
                .isEqualTo(new Refused<>(Refusal.OTHER));
        List<Certificate> permits =
                platform.certificates(session, "residence-permit").or(List.of());
        assertThat(permits).extracting(Certificate::kind).containsExactly("residence-permit");
    }

    @Test
    void whatThePlatformFindsWrongComesInItsWords() throws Exception {
        String session = identified().session().orElseThrow();
        List<Problem> problems = platform.preCheck(
                        session, "medical-insurance.cross-region-care", Map.of("phone", "23456"))
                .or(List.of());
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).field()).contains("phone");
        assertThat(problems.get(0).why()).isEqualTo(Problem.Why.PLATFORM);
        assertThat(problems.get(0).message()).isPresent();
    }

    @Test
    void anOrderIsMadePaidAndNoLongerCancelled() throws Exception {
        SubmissionId id = SubmissionId.create(Clock.systemUTC());
        String item = "tax.resident-insurance-payment";
        Answer<Order> made = platform.order(id, item, Handed.FEN);
        assertThat(made.map(Order::state)).isEqualTo(new Answer.Answered<>(Order.State.OPEN));
        assertThat(platform.order(id, item, Handed.FEN)).isEqualTo(made);
        assertThat(platform.order(id, item, Handed.FEN * 2)).isEqualTo(new Refused<>(Refusal.OTHER));
        province.pay(id);
        assertThat(platform.orderState(id)).isEqualTo(new Answer.Answered<>(Order.State.PAID));
        assertThat(platform.cancelOrder(id)).isEqualTo(new Answer.Answered<>(Order.State.PAID));
    }

    @Test
    void anOrderNeverSeenIsCancelledAndNeverFound() throws Exception {
        SubmissionId id = SubmissionId.create(Clock.systemUTC());
        assertThat(platform.orderState(id)).isEqualTo(new Refused<>(Refusal.NOT_FOUND));
        assertThat(platform.cancelOrder(id)).isEqualTo(new Answer.Answered<>(Order.State.CANCELLED));
    }

    @Test
    void anAnswerAboutAnotherOrderIsNotTrusted() throws Exception {
        SubmissionId id = SubmissionId.create(Clock.systemUTC());
        String head = "HTTP/1.1 200 OK\r\nPlatform-Version: 2\r\nContent-Type: application/json";
        String body = "{\"id\":\"" + SubmissionId.create(Clock.systemUTC()) + "\",\"state\":\"cancelled\"}";
        try (RawServer another = RawServer.saying(head, body);
                Wire other = new Wire(another.address(), "K001", Trust.of(Optional.empty()))) {
            HttpPlatform asked = new HttpPlatform(other, probe);
            assertThat(asked.cancelOrder(id)).isEqualTo(new Unreachable<>());
            assertThat(asked.orderState(id)).isEqualTo(new Unreachable<>());
            assertThat(asked.order(id, "tax.resident-insurance-payment", Handed.FEN))
                    .isEqualTo(new Unreachable<>());
        }
    }

    @Test
    void aDocumentThatDoesNotExistIsNotFound() throws Exception {
        SubmissionId id = SubmissionId.create(Clock.systemUTC());
        assertThat(platform.document(id)).isEqualTo(new Refused<>(Refusal.NOT_FOUND));
        assertThat(platform.collected(id)).isEqualTo(new Refused<>(Refusal.NOT_FOUND));
    }

    @Test
    void whateverSitsOnTheLineIsNotTakenForThePlatform() throws Exception {
        for (Disguise disguise : List.of(Disguise.CAPTIVE_PORTAL, Disguise.NOT_JSON, Disguise.ENDLESS)) {
            province.misbehaviour().disguiseAs(disguise);
            assertThat(platform.identify(Handed.idCard())).as("%s", disguise).isEqualTo(new Unreachable<>());
        }
        province.misbehaviour().behave();
        province.misbehaviour().goDown();
        assertThat(platform.identify(Handed.idCard())).isEqualTo(new Unreachable<>());
        province.misbehaviour().hangUp();
        assertThat(platform.identify(Handed.idCard())).isEqualTo(new Unreachable<>());
    }

    @Test
    void anAnswerAboutSomebodyElseIsNotTrusted() throws Exception {
        String body = "{\"session\":\"s\",\"name\":\"李䶮\",\"number\":\"11010519491231002X\",\"expires\":\"-\"}";
        String head = "HTTP/1.1 200 OK\r\nPlatform-Version: 2\r\nContent-Type: application/json";
        try (RawServer mixedUp = RawServer.saying(head, body);
                Wire other = new Wire(mixedUp.address(), "K001", Trust.of(Optional.empty()))) {
            assertThat(new HttpPlatform(other, probe).identify(Handed.idCard())).isEqualTo(new Unreachable<>());
        }
    }

    @Test
    void whoeverListensLearnsThatTheLineIsCutAndBack() throws Exception {
        BlockingQueue<Set<Department>> heard = new LinkedBlockingQueue<>();
        probe.whenChanged(heard::add);
        probe.start();
        assertThat(heard.poll(20, TimeUnit.SECONDS)).hasSize(4);
        assertThat(shelf.recipients()).isNotEmpty();
        province.misbehaviour().takeDown("tax");
        assertThat(heard.poll(20, TimeUnit.SECONDS)).hasSize(3).doesNotContain(Department.TAX);
        province.misbehaviour().hangUp();
        assertThat(heard.poll(20, TimeUnit.SECONDS)).isEmpty();
        assertThat(platform.reachable()).isEmpty();
        province.misbehaviour().behave();
        assertThat(heard.poll(20, TimeUnit.SECONDS)).hasSize(4);
    }

    @Test
    void aListenerThatStumblesDoesNotEndTheProbe() throws Exception {
        BlockingQueue<Set<Department>> heard = new LinkedBlockingQueue<>();
        probe.whenChanged(heard::add);
        probe.whenChanged(reach -> {
            throw new IllegalStateException("a bug of somebody else");
        });
        probe.start();
        assertThat(heard.poll(20, TimeUnit.SECONDS)).hasSize(4);
        province.misbehaviour().hangUp();
        assertThat(heard.poll(20, TimeUnit.SECONDS)).isEmpty();
    }

    @Test
    void malformedAnswersAreNoneAtAll() {
        for (String body :
                List.of("", "[]", "{\"a\":1} x", "{\"name\": 5}", "{\"pages\": -1, \"at\": \"never\"}", "null")) {
            assertThat(reads(body)).as(body).isFalse();
        }
    }

    private static boolean reads(String body) {
        try {
            Json json = Json.parse(body.getBytes(StandardCharsets.UTF_8));
            json.text("name");
            return true;
        } catch (Json.Malformed e) {
            return false;
        }
    }

    private Citizen identified() throws InterruptedException {
        return ((Answer.Answered<Citizen>) platform.identify(Handed.idCard())).value();
    }
}
