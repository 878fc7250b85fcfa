package kiosk.documents;

import java.util.ArrayList;
import java.util.List;
import kiosk.catalogue.Text;
import kiosk.device.Receipt;
import kiosk.device.Receipt.Align;
import kiosk.device.Receipt.Part;
import kiosk.device.Receipt.Size;

/** Lays out a receipt for the roll: Chinese first, English below it, what must be remembered large. */
final class ReceiptLayout {
    private final Typefaces typefaces;
    private final DotPainter painter;
    private final List<Part> parts = new ArrayList<>();

    private ReceiptLayout(Typefaces typefaces) {
        this.typefaces = typefaces;
        this.painter = new DotPainter(typefaces);
    }

    static Receipt of(SlipText slip, Text place, Text help, Typefaces typefaces) {
        ReceiptLayout layout = new ReceiptLayout(typefaces);
        layout.head(slip, place);
        layout.body(slip);
        layout.foot(slip, help);
        return new Receipt(layout.parts);
    }

    private void head(SlipText slip, Text place) {
        centred(place.chinese(), Size.NORMAL);
        centred(slip.heading().chinese(), Size.DOUBLE);
        centred(slip.heading().english(), Size.NORMAL);
        parts.add(new Receipt.Rule());
        centred(slip.caption().chinese() + " " + slip.caption().english(), Size.NORMAL);
        centred(slip.number(), Size.DOUBLE);
        slip.note().ifPresent(this::paragraph);
        parts.add(new Receipt.Rule());
    }

    private void body(SlipText slip) {
        for (SlipText.Row row : slip.rows()) {
            left(row.label().chinese() + "：" + row.value(), Size.NORMAL);
            row.english().ifPresent(it -> left(row.label().english() + ": " + it, Size.NORMAL));
        }
        parts.add(new Receipt.Rule());
        if (slip.claim().isPresent()) {
            section("claim", slip.claim().get());
        }
        section("next", slip.next());
    }

    private void section(String heading, Text text) {
        left(Wording.of(heading).chinese() + " " + Wording.of(heading).english(), Size.TALL);
        paragraph(text);
        parts.add(new Receipt.Feed(1));
    }

    private void foot(SlipText slip, Text help) {
        parts.add(new Receipt.QrCode(slip.code()));
        centred(slip.codeNote().chinese(), Size.NORMAL);
        centred(slip.codeNote().english(), Size.NORMAL);
        parts.add(new Receipt.Rule());
        centred(help.chinese(), Size.NORMAL);
        centred(help.english(), Size.NORMAL);
        centred(Wording.of("keep").chinese() + " " + Wording.of("keep").english(), Size.NORMAL);
        parts.add(new Receipt.Feed(3));
    }

    private void paragraph(Text text) {
        left(text.chinese(), Size.NORMAL);
        left(text.english(), Size.NORMAL);
    }

    private void left(String text, Size size) {
        lines(text, size, Align.LEFT);
    }

    private void centred(String text, Size size) {
        lines(text, size, Align.CENTRE);
    }

    private void lines(String text, Size size, Align align) {
        String letterable = typefaces.letterable(text);
        Wrapping.lines(letterable, RollFont.across(size), it -> Math.max(RollFont.halves(it), painter.halves(it)))
                .forEach(it -> parts.add(
                        RollFont.has(it) ? new Receipt.Line(it, size, align) : painter.line(it, size, align)));
    }
}
