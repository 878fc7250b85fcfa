package kiosk.desktop.technician.test;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;

/** A tone of a second, half as loud as it could be: first on the left, then on the right. */
final class Tone {
    private static final float RATE = 44_100;
    private static final double HERTZ = 880;
    private static final AudioFormat STEREO = new AudioFormat(RATE, 16, 2, true, false);

    private Tone() {}

    /** Plays it to its end; whether there was anything to play it on. */
    static boolean play() {
        byte[] wave = wave();
        try (SourceDataLine line = AudioSystem.getSourceDataLine(STEREO)) {
            line.open(STEREO);
            line.start();
            line.write(wave, 0, wave.length);
            line.drain();
            return true;
        } catch (LineUnavailableException | IllegalArgumentException noSpeaker) {
            return false;
        }
    }

    static byte[] wave() {
        int frames = (int) RATE;
        byte[] wave = new byte[frames * 4];
        for (int i = 0; i < frames; i++) {
            int height = (int) (Math.sin(2 * Math.PI * HERTZ * i / RATE) * Short.MAX_VALUE / 2);
            int at = i * 4 + (i < frames / 2 ? 0 : 2);
            wave[at] = (byte) height;
            wave[at + 1] = (byte) (height >> 8);
        }
        return wave;
    }
}
