package kiosk.drivers.scanner;

import java.net.ProtocolException;

/**
 * What a page will look like (SANE Standard 1.06, 4.3.8), as it stands on the wire.
 *
 * @param format 0 grey, 1 red-green-blue; others need several passes
 * @param lastFrame not zero if nothing follows this frame
 * @param lines -1 if not known before the end
 * @param depth bits of a sample
 */
record SaneParameters(int format, int lastFrame, int bytesPerLine, int pixelsPerLine, int lines, int depth) {
    /** A4 and US legal at 300 dots an inch, and a little more. */
    static final int WIDEST = 2800;

    static final int LONGEST = 4400;
    static final int MOST_BYTES = LONGEST * (3 * WIDEST + 64);
    private static final int GREY = 0;
    private static final int COLOUR = 1;

    /** Refuses what is no page of ours, before any memory is taken for it. */
    void check() throws ProtocolException, SaneRefused {
        if ((format != GREY && format != COLOUR) || depth != 8 || lastFrame == 0) {
            throw SaneRefused.misconfigured("format " + format + " depth " + depth);
        }
        boolean fits = pixelsPerLine >= 1
                && pixelsPerLine <= WIDEST
                && bytesPerLine >= pixelsPerLine * samples()
                && bytesPerLine <= 3 * WIDEST + 64
                && (lines == -1 || (lines >= 1 && lines <= LONGEST));
        if (!fits) {
            throw new ProtocolException("a page of impossible size");
        }
    }

    /** Samples of a pixel. */
    int samples() {
        return format == COLOUR ? 3 : 1;
    }

    /** Bytes of the page, at most if its lines are not known. */
    int bytes() {
        return bytesPerLine * (lines == -1 ? LONGEST : lines);
    }
}
