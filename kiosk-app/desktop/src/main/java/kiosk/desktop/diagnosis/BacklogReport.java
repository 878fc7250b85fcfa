package kiosk.desktop.diagnosis;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kiosk.catalogue.Language;
import kiosk.desktop.widget.Texts;
import kiosk.submission.Backlog;
import kiosk.submission.Backlog.Item;

/**
 * What waits, in lines a person reads over ssh, or for a script as JSON; a list is an array of these:
 *
 * <pre>
 * {"id": "0193…", "number": "K001-…", "item": "…", "state": "ready", "taken": "2026-11-22T01:15:02Z", "ageSeconds": 3600,
 *  "tries": 4, "cause": "no-answer", "code": "NO_ANSWER", "next": "…", "bytes": 1, "parts": 2, "partsSent": 1, "bytesSent": 1}
 * </pre>
 *
 * What is not known is {@code null}.
 */
public final class BacklogReport {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    private final Texts texts = new Texts();
    private final Instant now = Instant.now();

    /** Reports in that language. */
    public BacklogReport(Language language) {
        texts.speak(language);
    }

    /** All of them. */
    public String list(List<Item> items, boolean json) {
        if (json) {
            JsonText array = new JsonText().array();
            items.forEach(it -> json(it, array));
            return array.end().text();
        }
        return items.isEmpty()
                ? texts.say("backlog.empty")
                : items.stream().map(this::line).collect(Collectors.joining("\n"));
    }

    /** One of them. */
    public String one(Item item, boolean json) {
        if (json) {
            JsonText object = new JsonText();
            json(item, object);
            return object.text();
        }
        return line(item) + "\n" + item.id();
    }

    /** Nothing of that number or id waits. */
    public String notThere() {
        return texts.say("backlog.not-there");
    }

    /** It is to be tried again. */
    public String retried(Item item, boolean json) {
        return json
                ? one(item, true)
                : texts.say("backlog.retried", item.number().text());
    }

    /** What came of an export. */
    public String export(Backlog.Export export, boolean json) {
        if (export instanceof Backlog.Written written) {
            return json
                    ? new JsonText()
                            .object()
                            .key("written")
                            .number(written.items())
                            .key("leftOut")
                            .number(written.leftOut())
                            .key("bytes")
                            .number(written.bytes())
                            .end()
                            .text()
                    : said(texts, export);
        }
        Optional<Backlog.WhyNot> why =
                export instanceof Backlog.NotWritten not ? Optional.of(not.why()) : Optional.empty();
        return json
                ? new JsonText()
                        .object()
                        .key("written")
                        .number(0)
                        .key("why")
                        .word(why)
                        .end()
                        .text()
                : said(texts, export);
    }

    /** What came of an export, as a sentence. */
    public static String said(Texts texts, Backlog.Export export) {
        if (export instanceof Backlog.Written written) {
            String all = texts.say("backlog.written", written.items(), size(written.bytes()));
            return written.leftOut() == 0 ? all : all + texts.say("backlog.left-out", written.leftOut());
        }
        return texts.say(export instanceof Backlog.NotWritten not ? not.why() : Backlog.WhyNot.BROKEN);
    }

    private String line(Item item) {
        List<String> said = new ArrayList<>(List.of(
                texts.say(item.state()),
                texts.say("backlog.age", age(texts, item.taken(), now)),
                texts.say("backlog.tries", item.attempts()),
                cause(texts, item)));
        item.next().ifPresent(it -> said.add(texts.say("backlog.next", TIME.format(it))));
        said.add(size(item.load().bytes()));
        if (item.load().parts() > 0) {
            said.add(texts.say(
                    "backlog.parts", item.load().partsSent(), item.load().parts()));
        }
        return item.number().text() + "  " + item.item() + "  " + String.join(texts.say("part.separator"), said);
    }

    /**
     * Why it is not delivered, in words. A word of the platform's own against it (PLATFORM-API.md, section 2) stands after them, to be
     * quoted to the platform's operator; one that is not known here is covered by a general sentence.
     */
    public static String cause(Texts texts, Item item) {
        if (item.cause() != Backlog.Cause.PLATFORM_SAYS_NO) {
            return texts.say(item.cause());
        }
        String known = "backlog.refusal." + item.code();
        return texts.quoting(texts.knows(known) ? texts.say(known) : texts.say(item.cause()), item.code());
    }

    /** How long what was taken then has waited: days and hours, hours and minutes, or minutes. */
    public static String age(Texts texts, Instant taken, Instant now) {
        Duration age = Duration.between(taken, now);
        if (age.toHours() >= 24) {
            return texts.say("backlog.days", age.toDays(), age.toHoursPart());
        }
        return age.toHours() > 0
                ? texts.say("backlog.hours", age.toHours(), age.toMinutesPart())
                : texts.say("backlog.minutes", Math.max(0, age.toMinutes()));
    }

    /** So many bytes in kilobytes, or megabytes from ten thousand on. */
    public static String size(long bytes) {
        long kilobytes = (bytes + 1023) / 1024;
        return kilobytes < 10_000 ? kilobytes + " KB" : kilobytes / 1024 + " MB";
    }

    private void json(Item item, JsonText json) {
        json.object().key("id").string(Optional.of(item.id().toString()));
        json.key("number").string(Optional.of(item.number().text()));
        json.key("item").string(Optional.of(item.item()));
        json.key("state").word(Optional.of(item.state()));
        json.key("taken").string(Optional.of(item.taken().toString()));
        json.key("ageSeconds").number(ChronoUnit.SECONDS.between(item.taken(), now));
        json.key("tries").number(item.attempts());
        json.key("cause").word(Optional.of(item.cause()));
        json.key("code").string(Optional.of(item.code()).filter(it -> !it.isEmpty()));
        json.key("next").string(item.next().map(Instant::toString));
        json.key("bytes").number(item.load().bytes());
        json.key("parts").number(item.load().parts());
        json.key("partsSent").number(item.load().partsSent());
        json.key("bytesSent").number(item.load().bytesSent()).end();
    }
}
