package kiosk.desktop.technician.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import kiosk.desktop.technician.door.Guard.Claim;
import kiosk.desktop.technician.door.Guard.Verdict;
import kiosk.journal.Occurrence;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardTest {
    @TempDir
    Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T00:00:00Z"));
    private final Clock clock = moving();
    private final List<Occurrence> noted = new ArrayList<>();
    private PinFile pin;
    private SecretFile secrets;
    private CardFile cards;
    private byte[] key = new byte[32];

    private Clock moving() {
        return new Clock() {
            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        };
    }

    @BeforeEach
    void nothingIsSet() {
        pin = new PinFile(folder.resolve("pin"), QuickPin.ITERATIONS);
        secrets = new SecretFile(folder.resolve("secrets"));
        cards = new CardFile(folder.resolve("cards"));
    }

    private void setUp() {
        pin.set("482915".toCharArray());
        key = HexFormat.of().parseHex(secrets.renew(1042));
    }

    /** A guard as after a restart. */
    private Guard guard() {
        Lockout lockout = new Lockout(folder.resolve("tries"), 3, Duration.ofMinutes(10), clock);
        return new Guard(
                new DoorFiles(pin, secrets, cards, folder.resolve("tries")),
                lockout,
                (what, figures) -> noted.add(what));
    }

    /** Tries a PIN with the right answer. */
    private Verdict tries(String digits) {
        Guard guard = guard();
        return guard.tries(new Claim(1042, digits.toCharArray(), Ocra.DOOR.answer(key, guard.challenge())));
    }

    @Test
    void thereIsNoDefaultPin() {
        assertThat(tries("000000")).isEqualTo(Verdict.NOT_SET);
        assertThat(tries("123456")).isEqualTo(Verdict.NOT_SET);
    }

    @Test
    void theRightPinOpensAndTheFileDoesNotHoldIt() throws Exception {
        setUp();
        assertThat(tries("482915")).isEqualTo(Verdict.RIGHT);
        assertThat(Files.readString(folder.resolve("pin")))
                .startsWith("pbkdf2-sha256 10000 ")
                .doesNotContain("482915");
    }

    @Test
    void weakPinsAreNotTaken() {
        for (String weak : new String[] {"12345", "1111111", "abcdef", "1234567890123", ""}) {
            assertThatThrownBy(() -> pin.set(weak.toCharArray())).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void wrongPinsInARowLockEvenTheRightOneAndARestartForgetsNothing() {
        setUp();
        for (int i = 0; i < 3; i++) {
            assertThat(tries("000001")).isEqualTo(Verdict.WRONG);
        }
        assertThat(tries("482915")).isEqualTo(Verdict.LOCKED);
        assertThat(guard().locked()).isEqualTo(Duration.ofMinutes(10));
        now.updateAndGet(it -> it.plus(Duration.ofMinutes(10)));
        assertThat(tries("482915")).isEqualTo(Verdict.RIGHT);
        assertThat(tries("000001")).isEqualTo(Verdict.WRONG);
    }

    @Test
    void eachFurtherWrongPinDoublesTheLock() {
        setUp();
        for (int i = 0; i < 3; i++) {
            tries("000001");
        }
        now.updateAndGet(it -> it.plus(Duration.ofMinutes(10)));
        tries("000001");
        assertThat(guard().locked()).isEqualTo(Duration.ofMinutes(20));
        now.updateAndGet(it -> it.plus(Duration.ofMinutes(20)));
        tries("000001");
        assertThat(guard().locked()).isEqualTo(Duration.ofMinutes(40));
    }

    @Test
    void aDamagedMemoryLocksInsteadOfForgiving() throws Exception {
        setUp();
        Files.writeString(folder.resolve("tries"), "garbage");
        assertThat(tries("482915")).isEqualTo(Verdict.LOCKED);
    }

    @Test
    void aDamagedMemoryLocksForOneLockAndNotForEver() throws Exception {
        setUp();
        Files.writeString(folder.resolve("tries"), "garbage");
        assertThat(guard().locked()).isEqualTo(Duration.ofMinutes(10));
        now.updateAndGet(it -> it.plus(Duration.ofMinutes(10)));
        assertThat(tries("482915")).isEqualTo(Verdict.RIGHT);
    }

    @Test
    void aClockSetBackWhileLockedMakesTheLockBeginAnewOnceAndItEnds() {
        setUp();
        for (int i = 0; i < 3; i++) {
            tries("000001");
        }
        now.updateAndGet(it -> it.plus(Duration.ofMinutes(10)));
        tries("000001");
        now.set(Instant.EPOCH);
        assertThat(guard().locked()).isEqualTo(Duration.ofMinutes(20));
        now.updateAndGet(it -> it.plus(Duration.ofMinutes(19)));
        assertThat(guard().locked()).isEqualTo(Duration.ofMinutes(1));
        assertThat(tries("482915")).isEqualTo(Verdict.LOCKED);
        now.updateAndGet(it -> it.plus(Duration.ofMinutes(1)));
        assertThat(tries("482915")).isEqualTo(Verdict.RIGHT);
    }

    @Test
    void whereTriesCannotBeCountedNothingIsTriedAndNobodyIsToldToWait() throws Exception {
        setUp();
        Files.createDirectories(folder.resolve("tries.new").resolve("in-the-way"));
        assertThat(tries("482915")).isEqualTo(Verdict.CANNOT_COUNT);
        assertThat(guard().locked()).isZero();
        assertThat(guard().proves(new byte[32], new byte[] {1})).isEqualTo(new Guard.Card(Verdict.CANNOT_COUNT, 0));
        assertThat(noted).isEmpty();
    }

    @Test
    void aDamagedPinFileLetsNobodyIn() throws Exception {
        setUp();
        Files.writeString(folder.resolve("pin"), "pbkdf2-sha256 600000 zz");
        assertThat(tries("482915")).isEqualTo(Verdict.WRONG);
        Files.writeString(folder.resolve("pin"), "pbkdf2-sha256 600000 zz zz");
        assertThat(tries("482915")).isEqualTo(Verdict.WRONG);
    }

    @Test
    void thePinAloneOrTheAnswerAloneOpensNothing() {
        setUp();
        Guard guard = guard();
        assertThat(guard.tries(new Claim(1042, "482915".toCharArray(), "00000000")))
                .isEqualTo(Verdict.WRONG);
        assertThat(guard.tries(new Claim(7, "482915".toCharArray(), Ocra.DOOR.answer(key, guard.challenge()))))
                .isEqualTo(Verdict.WRONG);
        assertThat(guard.tries(new Claim(7, "482915".toCharArray(), Ocra.DOOR.answer(new byte[32], guard.challenge()))))
                .isEqualTo(Verdict.WRONG);
        assertThat(noted)
                .containsExactly(
                        Occurrence.WRONG_PIN,
                        Occurrence.WRONG_PIN,
                        Occurrence.WRONG_PIN,
                        Occurrence.TECHNICIAN_LOCKED_OUT);
    }

    @Test
    void anAnswerThatWasSeenOnceOpensNothingTheSecondTime() {
        setUp();
        Guard guard = guard();
        String challenge = guard.challenge();
        assertThat(guard.challenge()).isEqualTo(challenge).matches("\\d{8}");
        String answer = Ocra.DOOR.answer(key, challenge);
        char[] digits = "482915".toCharArray();
        assertThat(guard.tries(new Claim(1042, digits, answer))).isEqualTo(Verdict.RIGHT);
        assertThat(digits).containsOnly('0');
        assertThat(guard.tries(new Claim(1042, "482915".toCharArray(), answer))).isEqualTo(Verdict.WRONG);
    }

    @Test
    void keysAreTheOwnersAloneAndARenewedOneTakesThePlaceOfTheOld() throws Exception {
        setUp();
        assertThat(Files.getPosixFilePermissions(folder.resolve("secrets"))).hasSize(2);
        byte[] old = key;
        secrets.renew(1043);
        secrets.renew(1042);
        assertThat(secrets.of(1042)).isPresent().get().isNotEqualTo(old);
        assertThat(secrets.of(1043)).isPresent();
        Files.writeString(folder.resolve("secrets"), "0 zz\n1042 00\nnothing");
        assertThat(secrets.isSet()).isFalse();
        assertThatThrownBy(() -> secrets.renew(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> secrets.renew(100_000_000)).isInstanceOf(IllegalArgumentException.class);
    }
}
