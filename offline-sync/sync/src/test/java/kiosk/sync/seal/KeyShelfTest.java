package kiosk.sync.seal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import kiosk.sync.seal.KeyShelf.Taken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyShelfTest {
    @TempDir
    private Path folder;

    private final Opener platform = new Opener();
    private final Opener.Key later = new Opener.Key();

    private static Announcement of(String json) throws Exception {
        return Announcement.read(new ObjectMapper().readTree(json)).orElseThrow();
    }

    private Announcement successor() throws Exception {
        return of(Opener.announces(later, Optional.empty(), platform.sign, platform.sign));
    }

    @Test
    void aTerminalThatNeverReachedThePlatformSealsToTheKeyItCameWith() throws Exception {
        assertThat(platform.shelf(folder).recipients())
                .extracting(Sm2PublicKey::id)
                .containsExactly(platform.current.id());
    }

    @Test
    void theAnnouncedKeysOutliveTheProcess() throws Exception {
        assertThat(platform.shelf(folder).take(successor())).isEqualTo(Taken.NEW);
        KeyShelf again = platform.shelf(folder);
        assertThat(again.recipients()).extracting(Sm2PublicKey::id).containsExactly(later.id());
        assertThat(again.signKey(platform.sign.id())).isPresent();
    }

    @Test
    void theFirstAnnouncementOverAnAuthenticatedLineIsTrustedIfItIsWhole() throws Exception {
        KeyShelf blank = new KeyShelf(folder.resolve("blank"), Optional.empty());
        String stolen = Opener.announces(later, Optional.empty(), platform.sign, later);
        assertThat(blank.take(of(stolen))).isEqualTo(Taken.REFUSED);
        assertThat(blank.recipients()).isEmpty();
        assertThat(blank.take(of(platform.announces()))).isEqualTo(Taken.NEW);
        assertThat(blank.recipients()).hasSize(1);
    }

    @Test
    void aStrangersAnnouncementIsNotTaken() throws Exception {
        KeyShelf shelf = platform.shelf(folder);
        assertThat(shelf.take(of(new Opener().announces()))).isEqualTo(Taken.REFUSED);
        Announcement honest = successor();
        Announcement changed = new Announcement(honest.sign(), honest.next(), honest.sign(), honest.signatures());
        assertThat(shelf.take(changed)).isEqualTo(Taken.REFUSED);
        assertThat(shelf.recipients()).extracting(Sm2PublicKey::id).containsExactly(platform.current.id());
    }

    @Test
    void aNewSignKeyIsVouchedForByTheOneBeforeItAndBothAreKept() throws Exception {
        KeyShelf shelf = platform.shelf(folder);
        String handover = Opener.announces(later, Optional.empty(), later, platform.sign);
        assertThat(shelf.take(of(handover))).isEqualTo(Taken.NEW);
        KeyShelf again = platform.shelf(folder);
        assertThat(again.signKey(platform.sign.id())).isPresent();
        assertThat(again.signKey(later.id())).isPresent();
        assertThat(again.take(of(Opener.announces(platform.current, Optional.empty(), later, later))))
                .isEqualTo(Taken.NEW);
    }

    @Test
    void aTerminalThatMissedAChangeOfTheSignKeyFindsASignatureByTheOneItHolds() throws Exception {
        KeyShelf shelf = platform.shelf(folder);
        Opener.Key between = new Opener.Key();
        String lines = later.id();
        String missed = Opener.announces(later, Optional.empty(), later, between);
        assertThat(shelf.take(of(missed))).isEqualTo(Taken.REFUSED);
        String also = ",\"alsoSigned\":[{\"signedBy\":\"" + platform.sign.id() + "\",\"signature\":\""
                + platform.sign.signs("OKK1", lines, "", lines) + "\"}]}";
        assertThat(shelf.take(of(missed.substring(0, missed.length() - 1) + also)))
                .isEqualTo(Taken.NEW);
    }

    @Test
    void theSameKeysSignedAnewAreKnown() throws Exception {
        KeyShelf shelf = platform.shelf(folder);
        assertThat(shelf.take(of(platform.announces()))).isEqualTo(Taken.KNOWN);
        assertThat(folder.resolve("platform.keys")).exists();
        assertThat(shelf.take(of(platform.announces()))).isEqualTo(Taken.KNOWN);
    }

    @Test
    void whereOneFileIsDamagedItsCopyCountsAndIsPutBesideItAgain() throws Exception {
        String handover = Opener.announces(later, Optional.empty(), later, platform.sign);
        platform.shelf(folder).take(of(handover));
        Path file = folder.resolve("platform.keys");
        String whole = Files.readString(file);
        Files.writeString(file, whole.substring(0, 140));
        KeyShelf shelf = platform.shelf(folder);
        assertThat(shelf.signKey(platform.sign.id())).as("the key of before").isPresent();
        assertThat(shelf.recipients()).extracting(Sm2PublicKey::id).containsExactly(later.id());
        assertThat(shelf.take(of(handover))).isEqualTo(Taken.KNOWN);
        assertThat(file).hasContent(whole);
    }

    @Test
    void whereBothAreDamagedTheKeysCountThatTheTerminalCameWith() throws Exception {
        platform.shelf(folder).take(successor());
        for (String name : new String[] {"platform.keys", "platform.keys.copy"}) {
            Path file = folder.resolve(name);
            Files.writeString(file, Files.readString(file).substring(0, 140));
        }
        assertThat(platform.shelf(folder).recipients())
                .extracting(Sm2PublicKey::id)
                .containsExactly(platform.current.id());
    }

    @Test
    void anIdThatIsNotItsKeysMakesNoAnnouncement() throws Exception {
        String wrong = platform.announces().replace(platform.current.id(), later.id());
        assertThat(Announcement.read(new ObjectMapper().readTree(wrong))).isEmpty();
    }

    @Test
    void onlyAPointOfTheCurveIsAKey() {
        Sm2PublicKey announced = Sm2PublicKey.parse(later.base64()).orElseThrow();
        byte[] point = Base64.getDecoder().decode(announced.base64());
        byte[] beside = point.clone();
        beside[64] ^= 1;
        byte[] compressed = point.clone();
        compressed[0] = 2;
        assertThat(Sm2PublicKey.parse(Base64.getEncoder().encodeToString(beside)))
                .isEmpty();
        assertThat(Sm2PublicKey.parse(Base64.getEncoder().encodeToString(compressed)))
                .isEmpty();
        assertThat(Sm2PublicKey.parse("not Base64!")).isEmpty();
        assertThat(Sm2PublicKey.parse(announced.base64()))
                .contains(announced)
                .hasValueSatisfying(it -> assertThat(it.hashCode()).isEqualTo(announced.hashCode()));
        assertThat(announced).hasToString("Sm2PublicKey[" + later.id() + "]");
    }
}
