package kiosk.contracts;

import java.util.ArrayList;
import java.util.List;
import kiosk.device.Receipt;
import kiosk.device.Receipt.Align;
import kiosk.device.Receipt.Feed;
import kiosk.device.Receipt.Line;
import kiosk.device.Receipt.Part;
import kiosk.device.Receipt.Picture;
import kiosk.device.Receipt.QrCode;
import kiosk.device.Receipt.Rule;
import kiosk.device.Receipt.Size;

/** Receipts to print on the bench. */
public final class SampleReceipts {
    /** What the lines of {@link #withEverything()} say. */
    static final String TEXT = "政务服务一站通\n受理编号 KS-20250101-0007\n";

    private SampleReceipts() {}

    /** One of every part. */
    static Receipt withEverything() {
        byte[] chequers = new byte[72 * 100];
        for (int i = 0; i < chequers.length; i++) {
            chequers[i] = (byte) (i / 72 % 2 == 0 ? 0xAA : 0x55);
        }
        return new Receipt(List.of(
                new Line("政务服务一站通", Size.DOUBLE, Align.CENTRE),
                new Rule(),
                new Line("受理编号 KS-20250101-0007", Size.NORMAL, Align.LEFT),
                new Picture(576, 100, chequers),
                new QrCode("https://example.org/r/KS-20250101-0007?s=办件"),
                new Feed(2)));
    }

    /** A numbered line after the other. */
    public static Receipt ofLines(int count) {
        List<Part> parts = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            parts.add(new Line("第" + i + "行 line " + i, Size.NORMAL, Align.LEFT));
        }
        return new Receipt(parts);
    }
}
