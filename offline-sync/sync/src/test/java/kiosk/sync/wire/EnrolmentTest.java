package kiosk.sync.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiosk.journal.Journal;
import kiosk.journal.Occurrence;
import kiosk.sync.TurnableClock;
import kiosk.sync.channel.JsseChannel;
import kiosk.sync.channel.SecureChannel;
import kiosk.sync.keys.EnrolmentMark;
import kiosk.sync.keys.FileKeys;
import kiosk.sync.keys.Sm2Secret;
import kiosk.sync.keys.TerminalKeys;
import kiosk.sync.seal.Announcement;
import kiosk.sync.seal.KeyShelf;
import kiosk.sync.seal.Opener;
import kiosk.sync.seal.Signer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A terminal becomes known by a token, is known by its certificate from then on, and stays known whatever the outage. */
class EnrolmentTest {
    @TempDir
    private Path folder;

    private final TurnableClock clock = new TurnableClock(Instant.now());
    private final Signer signer = Sm2Secret.fresh(new SecureRandom());
    private final List<Occurrence> noted = new ArrayList<>();
    private final Journal journal = (occurrence, figures) -> noted.add(occurrence);
    private Registry registry;
    private TerminalKeys keys;
    private KeyShelf shelf;
    private Wire wire;

    @BeforeEach
    void open() throws Exception {
        registry = new Registry(clock);
        keys = new FileKeys(folder.resolve("keys"));
        shelf = new KeyShelf(folder.resolve("platform.keys"), Optional.empty());
    }

    @AfterEach
    void close() {
        wire.close();
        registry.close();
    }

    private Enrolment enrolment(String token) throws Exception {
        SecureChannel channel = new JsseChannel(keys, Optional.of(registry.authorityIn(folder)));
        wire = new Wire(registry.address(), "K001", channel.context());
        Enrolment.Self self = new Enrolment.Self(
                keys,
                signer,
                channel,
                folder.resolve("enrolled"),
                Optional.of(token).filter(it -> !it.isEmpty()));
        return new Enrolment(wire, self, shelf, journal, clock);
    }

    private Reply status() throws InterruptedException {
        return wire.ask(Question.of("GET", "/v1/hello", Duration.ofSeconds(10)));
    }

    private Enrolment enrolled() throws Exception {
        Enrolment enrolment = enrolment(Registry.TOKEN);
        enrolment.look();
        assertThat(enrolment.granted()).isTrue();
        return enrolment;
    }

    private String lastAsked() {
        return registry.asked.get(registry.asked.size() - 1);
    }

    @Test
    void aTerminalEnrolsWithItsTokenAndIsKnownByItsCertificateFromThenOn() throws Exception {
        Enrolment enrolment = enrolled();
        assertThat(registry.asked).containsExactly("terminal/enrolment TLSv1.3 nobody");
        assertThat(status()).isInstanceOf(Reply.Success.class);
        assertThat(lastAsked()).startsWith("hello TLSv1.3 CN=K001");
        assertThat(shelf.recipients()).hasSize(1);
        assertThat(enrolment.endorsement())
                .hasValueSatisfying(it ->
                        assertThat(it.holds("K001", signer.publicKey(), shelf)).isTrue());
        enrolment.look();
        assertThat(registry.asked).hasSize(2);
        assertThat(noted).containsExactly(Occurrence.TERMINAL_ENROLLED);
    }

    @Test
    void afterARestartItIsStillKnown() throws Exception {
        enrolled();
        wire.close();
        Enrolment again = enrolment("");
        assertThat(again.granted()).isTrue();
        assertThat(again.endorsement()).isPresent();
        again.look();
        assertThat(status()).isInstanceOf(Reply.Success.class);
        assertThat(registry.asked).hasSize(2);
    }

    @Test
    void withoutATokenOrWithAWrongOneItStaysOutsideAndSaysSo() throws Exception {
        Enrolment without = enrolment("");
        without.look();
        assertThat(without.granted())
                .as("a platform on this machine is offered any token")
                .isFalse();
        assertThat(registry.asked).hasSize(1);
        noted.clear();
        wire.close();
        Enrolment wrong = enrolment("once-0816");
        wrong.look();
        wrong.look();
        assertThat(wrong.granted()).isFalse();
        assertThat(registry.asked).hasSize(2);
        assertThat(noted).containsExactly(Occurrence.TERMINAL_LOCKED_OUT);
        clock.turn(Duration.ofMinutes(2));
        wrong.look();
        assertThat(registry.asked).hasSize(3);
    }

    @Test
    void aCertificateIsRenewedAtTwoThirdsOfItsLifeWithoutARestart() throws Exception {
        Enrolment enrolment = enrolled();
        status();
        String before = lastAsked();
        clock.turn(Duration.ofDays(59));
        enrolment.look();
        assertThat(noted).doesNotContain(Occurrence.CERTIFICATE_RENEWED);
        clock.turn(Duration.ofDays(2));
        enrolment.look();
        assertThat(noted).contains(Occurrence.CERTIFICATE_RENEWED);
        assertThat(status()).isInstanceOf(Reply.Success.class);
        assertThat(lastAsked()).startsWith("hello TLSv1.3 CN=K001").isNotEqualTo(before);
    }

    @Test
    void aTerminalComesBackByItselfAfterALongOutage() throws Exception {
        enrolled();
        wire.close();
        clock.turn(Duration.ofDays(400));
        Enrolment back = enrolment("");
        assertThat(status())
                .isInstanceOfSatisfying(
                        Reply.Failure.class, it -> assertThat(it.code()).isEqualTo("certificate-expired"));
        back.doubted();
        back.look();
        assertThat(status()).isInstanceOf(Reply.Success.class);
    }

    @Test
    void aCertificateForAnotherKeyIsNotTaken() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        registry.wrongKey = Optional.of(generator.generateKeyPair().getPublic());
        Enrolment enrolment = enrolment(Registry.TOKEN);
        enrolment.look();
        assertThat(enrolment.granted()).isFalse();
        assertThat(keys.certificate()).isEmpty();
    }

    @Test
    void anEndorsementOfAnotherTerminalIsNotTaken() throws Exception {
        registry.wrongEndorsement = true;
        Enrolment enrolment = enrolment(Registry.TOKEN);
        enrolment.look();
        assertThat(enrolment.granted()).isFalse();
        assertThat(enrolment.endorsement()).isEmpty();
    }

    @Test
    void afterAChangeOfThePlatformsSignKeyTheTerminalIsEndorsedByTheNewOne() throws Exception {
        Enrolment enrolment = enrolled();
        Opener.Key later = new Opener.Key();
        String change = Opener.announces(registry.platform.current, Optional.empty(), later, registry.platform.sign);
        shelf.take(Announcement.read(new ObjectMapper().readTree(change)).orElseThrow());
        registry.signs = later;
        clock.turn(Duration.ofMinutes(2));
        enrolment.look();
        assertThat(lastAsked()).startsWith("terminal/signing-key");
        int asked = registry.asked.size();
        clock.turn(Duration.ofMinutes(2));
        enrolment.look();
        assertThat(registry.asked).hasSize(asked);
        wire.close();
        assertThat(enrolment("").endorsement()).hasValueSatisfying(it -> {
            assertThat(it.key()).isEqualTo(later.id());
            assertThat(it.holds("K001", signer.publicKey(), shelf)).isTrue();
        });
    }

    @Test
    void theWordForAnotherSigningKeyIsNotKept() throws Exception {
        enrolled();
        wire.close();
        Signer anew = Sm2Secret.fresh(new SecureRandom());
        EnrolmentMark mark =
                new EnrolmentMark(folder.resolve("enrolled"), anew.publicKey().id());
        assertThat(mark.granted()).isFalse();
        assertThat(mark.endorsement()).isEmpty();
    }

    @Test
    void aTokenWhoseAnswerWasLostServesOnceMoreWithTheSameRequest() throws Exception {
        registry.losesAnswers.set(2);
        Enrolment cut = enrolment(Registry.TOKEN);
        cut.look();
        assertThat(cut.granted()).isFalse();
        wire.close();
        clock.turn(Duration.ofMinutes(2));
        Enrolment again = enrolment(Registry.TOKEN);
        again.look();
        assertThat(again.granted()).isTrue();
        assertThat(registry.requests).hasSize(1);
    }

    @Test
    void aPlatformThatForgotTheTerminalIsAskedOnceMoreWithTheToken() throws Exception {
        Enrolment enrolment = enrolled();
        clock.turn(Duration.ofMinutes(2));
        enrolment.doubted();
        enrolment.look();
        assertThat(registry.asked).hasSize(2);
        assertThat(enrolment.granted()).isTrue();
        X509Certificate own = keys.certificate().get(0);
        assertThat(own.getSubjectX500Principal().getName()).isEqualTo("CN=K001");
    }
}
