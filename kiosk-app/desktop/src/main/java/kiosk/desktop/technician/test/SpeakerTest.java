package kiosk.desktop.technician.test;

import java.util.Map;
import java.util.function.BooleanSupplier;

/** A tone is played; the technician says whether they heard it. */
final class SpeakerTest implements GuidedTest {
    private final BooleanSupplier tone;

    /** A test whose tone answers whether there was anything to play it on. */
    SpeakerTest(BooleanSupplier tone) {
        this.tone = tone;
    }

    @Override
    public Finding run(Guide guide) throws InterruptedException {
        guide.says("test.speaker-plays");
        if (!tone.getAsBoolean()) {
            guide.concludes("test.speaker-none");
            return Finding.of(false, Map.of("speakers", 0L));
        }
        boolean heard = guide.confirms("test.speaker-heard");
        return Finding.of(heard, Map.of("speakers", 1L, "heard", heard ? 1L : 0L));
    }
}
