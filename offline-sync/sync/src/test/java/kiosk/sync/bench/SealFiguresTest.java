package kiosk.sync.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import kiosk.contracts.bench.SideBySide;
import kiosk.sync.Handed;
import kiosk.sync.keys.Sm2Secret;
import kiosk.sync.seal.JournalHead;
import kiosk.sync.seal.KeyShelf;
import kiosk.sync.seal.Labels;
import kiosk.sync.seal.Opener;
import kiosk.sync.seal.Sealed;
import kiosk.sync.seal.Sealer;
import kiosk.sync.seal.Sealing;
import kiosk.sync.seal.Signer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long it takes to seal an application of 4 KB, its manifest, signature and digests among it, beside the ciphers alone on as many
 * bytes and for as many keys.
 */
@Tag("bench")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SealFiguresTest {
    private static final byte[] PAGE = new byte[2000];

    @TempDir
    private Path folder;

    @Test
    void sealingBesideTheCiphersAlone() throws Exception {
        Opener platform = new Opener();
        KeyShelf shelf = platform.shelf(folder);
        Signer signer = Sm2Secret.fresh(new SecureRandom());
        Sealer sealer = new Sealer(shelf, () -> signer);
        Sealed like = sealed(sealer);
        assertThat(shelf.recipients()).hasSize(1);
        byte[] plain =
                new byte[like.parts().stream().mapToInt(it -> it.bytes().length).sum()];
        byte[] manifest = new byte[like.manifest().length];
        BareSeal bare = new BareSeal();
        new SideBySide("seal", 1000, 1000, Map.of("bytes", like.body().length))
                .measure(
                        SideBySide.timed(() -> sealed(sealer).put()),
                        SideBySide.timed(() -> bare.seal(plain, manifest)));
    }

    private static Sealed sealed(Sealer sealer) {
        try (Sealing sealing = sealer.begin(Handed.withPages(PAGE))) {
            return sealing.finished(new Labels(
                    "K001",
                    "K001-261122-0007-4",
                    "medical-insurance.cross-region-care",
                    "application",
                    Clock.systemUTC(),
                    JournalHead.EMPTY));
        }
    }
}
