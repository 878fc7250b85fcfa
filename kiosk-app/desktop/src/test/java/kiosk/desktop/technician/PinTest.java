package kiosk.desktop.technician;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import kiosk.desktop.technician.PinGuard.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PinTest {
    @TempDir
    Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T00:00:00Z"));
    private final Clock clock = moving();
    private PinFile pin;

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
    void setThePin() {
        pin = new PinFile(folder.resolve("pin"));
    }

    private PinGuard guard() {
        return new PinGuard(pin, folder.resolve("tries"), 3, Duration.ofMinutes(10), clock);
    }

    private Verdict tries(String digits) {
        return guard().tries(digits.toCharArray());
    }

    @Test
    void thereIsNoDefaultPin() {
        assertThat(tries("000000")).isEqualTo(Verdict.NOT_SET);
        assertThat(tries("123456")).isEqualTo(Verdict.NOT_SET);
    }

    @Test
    void theRightPinOpensAndTheFileDoesNotHoldIt() throws Exception {
        pin.set("482915".toCharArray());
        assertThat(tries("482915")).isEqualTo(Verdict.RIGHT);
        assertThat(Files.readString(folder.resolve("pin")))
                .startsWith("pbkdf2-sha256 600000 ")
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
        pin.set("482915".toCharArray());
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
        pin.set("482915".toCharArray());
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
        pin.set("482915".toCharArray());
        Files.writeString(folder.resolve("tries"), "garbage");
        assertThat(tries("482915")).isEqualTo(Verdict.LOCKED);
    }

    @Test
    void aDamagedPinFileLetsNobodyIn() throws Exception {
        Files.writeString(folder.resolve("pin"), "pbkdf2-sha256 600000 zz");
        assertThat(tries("482915")).isEqualTo(Verdict.WRONG);
        Files.writeString(folder.resolve("pin"), "pbkdf2-sha256 600000 zz zz");
        assertThat(tries("482915")).isEqualTo(Verdict.WRONG);
    }

    @Test
    void fiveTouchesInThreeSecondsKnockAndSlowOnesDoNot() {
        Knock knock = new Knock(clock);
        for (int i = 0; i < 10; i++) {
            now.updateAndGet(it -> it.plusMillis(900));
            assertThat(knock.touch()).isFalse();
        }
        now.updateAndGet(it -> it.plusSeconds(9));
        for (int i = 0; i < 4; i++) {
            now.updateAndGet(it -> it.plusMillis(300));
            assertThat(knock.touch()).isFalse();
        }
        assertThat(knock.touch()).isTrue();
    }
}
