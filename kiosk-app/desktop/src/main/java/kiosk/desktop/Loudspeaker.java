package kiosk.desktop;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import kiosk.visit.Announcer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Two tones from the machine's loudspeaker, high and low for a card, low and high for paper; silent where there is none. */
final class Loudspeaker implements Announcer {
    private static final Logger LOG = LoggerFactory.getLogger(Loudspeaker.class);
    private static final AudioFormat FORMAT = new AudioFormat(16_000, 16, 1, true, false);
    private static final int HIGH = 880;
    private static final int LOW = 660;
    private static final double SECONDS = 0.3;
    private static final double LOUDNESS = 0.5 * Short.MAX_VALUE;

    /** One call at a time; what comes while it sounds is dropped, because it will be repeated. */
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            0,
            1,
            5,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(1),
            Loudspeaker::named,
            new ThreadPoolExecutor.DiscardPolicy());

    private static Thread named(Runnable work) {
        Thread thread = new Thread(work, "loudspeaker");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public boolean audible() {
        return AudioSystem.isLineSupported(line());
    }

    private static DataLine.Info line() {
        return new DataLine.Info(SourceDataLine.class, FORMAT);
    }

    @Override
    public void call(Left what) {
        if (audible()) {
            thread.execute(() -> play(what == Left.CARD ? new int[] {HIGH, LOW} : new int[] {LOW, HIGH}));
        }
    }

    private static void play(int... tones) {
        try (SourceDataLine out = AudioSystem.getSourceDataLine(FORMAT)) {
            out.open(FORMAT);
            out.start();
            for (int tone : tones) {
                byte[] samples = tone(tone);
                out.write(samples, 0, samples.length);
            }
            out.drain();
        } catch (LineUnavailableException | IllegalArgumentException busyOrGone) {
            LOG.info("the loudspeaker is not to be had");
        }
    }

    /** A sine that swells and fades, so that it does not click. */
    static byte[] tone(int hertz) {
        int count = (int) (FORMAT.getSampleRate() * SECONDS);
        byte[] samples = new byte[2 * count];
        for (int i = 0; i < count; i++) {
            double swell = Math.sin(Math.PI * i / count);
            short value = (short) (LOUDNESS * swell * Math.sin(2 * Math.PI * hertz * i / FORMAT.getSampleRate()));
            samples[2 * i] = (byte) value;
            samples[2 * i + 1] = (byte) (value >> 8);
        }
        return samples;
    }
}
