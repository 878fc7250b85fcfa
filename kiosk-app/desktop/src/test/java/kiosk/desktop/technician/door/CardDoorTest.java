package kiosk.desktop.technician.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import kiosk.desktop.Samples;
import kiosk.desktop.technician.door.Guard.Card;
import kiosk.desktop.technician.door.Guard.Verdict;
import kiosk.device.AbsentDevice;
import kiosk.device.Health;
import kiosk.device.Presence;
import kiosk.device.SocialCardReader;
import kiosk.device.card.CardProof;
import kiosk.device.card.PinOutcome;
import kiosk.identity.Pin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CardDoorTest {
    private static final Card WRONG = new Card(Verdict.WRONG, 0);

    @TempDir
    Path folder;

    private Guard guard() {
        Lockout lockout = new Lockout(folder.resolve("tries"), 3, Duration.ofMinutes(10), Samples.CLOCK);
        return new Guard(DoorFiles.in(folder, folder.resolve("pin")), lockout, (what, figures) -> {});
    }

    private static KeyPair card() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static byte[] signed(KeyPair card, byte[] hash) throws Exception {
        Signature signing = Signature.getInstance("NONEwithECDSA");
        signing.initSign(card.getPrivate());
        signing.update(hash);
        return signing.sign();
    }

    @Test
    void aCardOnTheListOpensTheDoorWithoutAPinAndAnotherCountsAsAWrongTry() throws Exception {
        KeyPair known = card();
        assertThat(guard().takesCards()).isFalse();
        cards().add(1042, known.getPublic().getEncoded());
        cards().add(1043, card().getPublic().getEncoded());
        Guard guard = guard();
        assertThat(guard.takesCards()).isTrue();
        byte[] hash = guard.hashToSign();
        assertThat(guard.hashToSign()).isNotEqualTo(hash);
        assertThat(guard.proves(hash, signed(known, hash))).isEqualTo(new Card(Verdict.RIGHT, 1042));
        assertThat(guard.proves(guard.hashToSign(), signed(known, hash))).isEqualTo(WRONG);
        assertThat(guard.proves(hash, signed(card(), hash))).isEqualTo(WRONG);
        assertThat(guard.proves(hash, new byte[] {1})).isEqualTo(WRONG);
        assertThat(guard.proves(hash, signed(known, hash))).isEqualTo(new Card(Verdict.LOCKED, 0));
        assertThatThrownBy(() -> cards().add(0, known.getPublic().getEncoded()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> cards().add(1, new byte[] {1})).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSlotIsWatchedUntilACardOpensTheDoor() throws Exception {
        KeyPair known = card();
        cards().add(1042, known.getPublic().getEncoded());
        BlockingQueue<Integer> told = new LinkedBlockingQueue<>();
        SocialCardReader absent = AbsentDevice.none().socialCardReader();
        SocialCardReader slot = new CardInSlot(absent, known, 0);
        CardWatch watch = CardWatch.begin(guard(), slot, told::add, verdict -> told.add(-1));
        assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo(1042);
        watch.stop();
    }

    @Test
    void aStrangersCardLeftInTheSlotCostsOneTryAndLocksNobodyOut() throws Exception {
        KeyPair known = card();
        cards().add(1042, known.getPublic().getEncoded());
        BlockingQueue<Integer> told = new LinkedBlockingQueue<>();
        CardInSlot slot = new CardInSlot(AbsentDevice.none().socialCardReader(), known, 20);
        CardWatch watch = CardWatch.begin(guard(), slot, told::add, verdict -> told.add(-1), Duration.ofMillis(1));
        assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo(-1);
        assertThat(told.poll(10, TimeUnit.SECONDS)).isEqualTo(1042);
        watch.stop();
    }

    /** An empty slot at the first look, then a stranger's card for so many glances, a technician's card from then on. */
    private static final class CardInSlot implements SocialCardReader {
        private final SocialCardReader absent;
        private final KeyPair key;
        private final KeyPair strangers;
        private int looks;
        private int glancesLeft;

        CardInSlot(SocialCardReader absent, KeyPair key, int glancesLeft) throws Exception {
            this.absent = absent;
            this.key = key;
            this.strangers = card();
            this.glancesLeft = glancesLeft;
        }

        @Override
        public CardProof prove(byte[] hash, Duration patience) {
            try {
                return looks++ == 0
                        ? new CardProof.NoCard()
                        : new CardProof.Signed(signed(glancesLeft > 0 ? strangers : key, hash));
            } catch (Exception noSignature) {
                throw new IllegalStateException(noSignature);
            }
        }

        @Override
        public Outcome read(Duration patience) throws InterruptedException {
            return absent.read(patience);
        }

        @Override
        public PinOutcome pinTries(String cardId, Duration patience) throws InterruptedException {
            return absent.pinTries(cardId, patience);
        }

        @Override
        public PinOutcome changePin(String cardId, Pin old, Pin fresh, Duration patience) throws InterruptedException {
            return absent.changePin(cardId, old, fresh, patience);
        }

        @Override
        public Presence presence() {
            return --glancesLeft > 0 ? Presence.THERE : Presence.GONE;
        }

        @Override
        public Health health() {
            return absent.health();
        }

        @Override
        public void close() {
            absent.close();
        }
    }

    private CardFile cards() {
        return DoorFiles.in(folder, folder.resolve("pin")).cards();
    }
}
