package kiosk.desktop.diagnosis;

import java.util.Optional;
import kiosk.catalogue.Language;
import kiosk.desktop.widget.Texts;
import kiosk.journal.JournalVerdict;

/**
 * What came of verifying the journal, in a line or two, or for a script as one JSON object:
 *
 * <pre>
 * {"whole": false, "first": 1, "last": 811, "vouched": 20, "beyond": 0,
 *  "wrong": {"why": "changed", "entry": 812, "submission": null}}
 * </pre>
 */
public final class JournalReport {
    private final Texts texts = new Texts();

    /** Reports in that language. */
    public JournalReport(Language language) {
        texts.speak(language);
    }

    /** What is said. */
    public String of(JournalVerdict verdict, boolean json) {
        return json ? json(verdict) : text(verdict);
    }

    private String text(JournalVerdict verdict) {
        String reached =
                texts.say("journal.reached", verdict.first(), verdict.last(), verdict.vouched(), verdict.beyond());
        return verdict.wrong()
                .map(it -> wrong(it) + "\n" + reached)
                .orElse(texts.say("journal.whole") + "\n" + reached);
    }

    private String wrong(JournalVerdict.Wrong wrong) {
        String submission = wrong.submission()
                .map(it -> " " + texts.say("journal.receipt-of", it))
                .orElse("");
        return texts.say("journal.wrong", wrong.entry(), texts.say(wrong.why())) + submission;
    }

    private static String json(JournalVerdict verdict) {
        JsonText json = new JsonText().object();
        json.key("whole").literal(String.valueOf(verdict.whole()));
        json.key("first").number(verdict.first());
        json.key("last").number(verdict.last());
        json.key("vouched").number(verdict.vouched());
        json.key("beyond").number(verdict.beyond());
        json.key("wrong");
        verdict.wrong().ifPresentOrElse(it -> wrong(it, json), json::nothing);
        return json.end().text();
    }

    private static void wrong(JournalVerdict.Wrong wrong, JsonText json) {
        json.object().key("why").word(Optional.of(wrong.why()));
        json.key("entry").number(wrong.entry());
        json.key("submission").string(wrong.submission()).end();
    }
}
