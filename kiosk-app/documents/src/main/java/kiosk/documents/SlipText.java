package kiosk.documents;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiosk.catalogue.Text;
import kiosk.submission.Slip;

/**
 * What a receipt says, in its order, whatever paper it stands on.
 *
 * @param caption what kind of number the number is
 * @param note what a provisional number means
 * @param claim how a document that is issued later is collected
 * @param code what the QR code holds: where the terminal can prove the slip, the proof
 * @param codeNote what the code is good for
 */
record SlipText(
        Text heading,
        Text caption,
        String number,
        Optional<Text> note,
        List<Row> rows,
        Text next,
        Optional<Text> claim,
        String code,
        Text codeNote) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter CHINESE_DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");

    /** One line of the table: what it is, and the value, in English too where that differs. */
    record Row(Text label, String value, Optional<String> english) {
        @Override
        public String toString() {
            return "Row[" + label.english() + "]";
        }
    }

    static SlipText of(Slip slip) {
        boolean provisional = slip.caseNumber().isEmpty();
        return new SlipText(
                marked(Wording.of(heading(slip)), slip.copy()),
                Wording.of(provisional ? "number.provisional" : "number.case"),
                slip.caseNumber().orElse(slip.number().text()),
                provisional ? Optional.of(Wording.of("number.provisional.note")) : Optional.empty(),
                rows(slip),
                slip.next(),
                slip.claim() ? Optional.of(Wording.of(slip.issued() ? "claim.issued" : "claim.how")) : Optional.empty(),
                slip.proof().orElse("kiosk:" + slip.id()),
                Wording.of(slip.proof().isPresent() ? "code.proof" : "code"));
    }

    private static Text marked(Text heading, int copy) {
        if (copy == 1) {
            return heading;
        }
        Text mark = Wording.counted("copy", copy);
        return new Text(heading.chinese() + "·" + mark.chinese(), heading.english() + ", " + mark.english());
    }

    private static String heading(Slip slip) {
        if (slip.claim()) {
            return "heading.claim";
        }
        return slip.paidInFen().isPresent() ? "heading.payment" : "heading.receipt";
    }

    private static List<Row> rows(Slip slip) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(
                Wording.of("row.item"),
                slip.title().chinese(),
                Optional.of(slip.title().english())));
        rows.add(row("row.applicant", slip.applicant()));
        rows.add(row("row.time", time(slip.taken())));
        slip.paidInFen().ifPresent(fen -> rows.add(row("row.paid", yuan(fen))));
        slip.due().ifPresent(day -> rows.add(day("row.due", day)));
        if (slip.issued()) {
            rows.add(day("row.collect-by", slip.collectBy()));
        }
        if (slip.caseNumber().isPresent()) {
            rows.add(row("row.number", slip.number().text()));
        }
        return rows;
    }

    private static Row row(String label, String value) {
        return new Row(Wording.of(label), value, Optional.empty());
    }

    private static Row day(String label, LocalDate day) {
        return new Row(Wording.of(label), CHINESE_DAY.format(day), Optional.of(day.toString()));
    }

    private static String time(LocalDateTime taken) {
        return TIME.format(taken);
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString() + "元";
    }

    @Override
    public String toString() {
        return "SlipText[" + rows.size() + " rows]";
    }
}
