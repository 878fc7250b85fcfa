package kiosk.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kiosk.config.CatalogueFiles;
import kiosk.platform.SlipProofs;
import kiosk.submission.SubmissionId;
import kiosk.sync.keys.Sm2Secret;
import kiosk.sync.seal.Endorsement;
import kiosk.sync.seal.SignedLines;
import kiosk.sync.seal.Signer;
import kiosk.sync.seal.Sm3;
import kiosk.sync.slip.SlipDesk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Scriptable;

/** The page that a clerk opens says of every code what a terminal says of it: its script is run, on codes that a terminal made. */
class SlipPageTest {
    private static final Path PAGE = Path.of("../../docs/slip-check.html");
    private static final SubmissionId ID = SubmissionId.parse("0193a1f0-5c11-7abc-8def-0123456789ab");
    private static final Instant AT = Instant.parse("2026-11-22T01:15:02.123Z");
    private static final SlipDesk.Taken TAKEN = new SlipDesk.Taken(
            AT, Sm3.field(new byte[] {1}), "medical-insurance.cross-region-care", "K001-261122-0007-2");

    private static Signer platform;
    private static Signer terminal;
    private static String html;
    private static Context context;
    private static Scriptable script;

    @BeforeAll
    static void open() throws IOException {
        platform = Sm2Secret.fresh(new SecureRandom());
        terminal = Sm2Secret.fresh(new SecureRandom());
        html = Files.readString(PAGE);
        Matcher found = Pattern.compile("<script id=\"check\">(.*?)</script>", Pattern.DOTALL)
                .matcher(html);
        assertThat(found.find()).isTrue();
        context = Context.enter();
        context.setLanguageVersion(Context.VERSION_ES6);
        context.setInterpretedMode(true);
        script = context.initSafeStandardObjects();
        context.evaluateString(script, found.group(1), "slip-check", 1, null);
    }

    @AfterAll
    static void close() {
        Context.exit();
    }

    private static Endorsement endorsed(Signer by, String name, Signer whose) {
        byte[] signature =
                by.sign(SignedLines.of("OKE1", name, whose.publicKey().id()));
        return new Endorsement(by.publicKey().id(), Base64.getEncoder().encodeToString(signature));
    }

    private static SlipDesk desk(String name, Signer signer, Endorsement endorsement) {
        return new SlipDesk(
                new SlipDesk.Self(name, signer, () -> Optional.of(endorsement)),
                id -> Optional.of(TAKEN),
                id -> Optional.of(platform.publicKey()).filter(it -> it.id().equals(id)));
    }

    private static String proof(String name, Signer signer, Endorsement endorsement) {
        return desk(name, signer, endorsement).proof(ID).orElseThrow();
    }

    private static String genuine() {
        return proof("K001", terminal, endorsed(platform, "K001", terminal));
    }

    private static String page(String expression) {
        return Context.toString(context.evaluateString(script, expression, "question", 1, null));
    }

    private static String quoted(String text) {
        return '"'
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                + '"';
    }

    private static String page(String code, Signer holding) {
        return page(
                "checkSlip(" + quoted(code) + ", [" + quoted(holding.publicKey().base64()) + "]).verdict");
    }

    /** What the terminal finds, in the page's words. */
    private static String kiosk(String code) {
        SlipProofs.Finding finding =
                desk("K002", terminal, endorsed(platform, "K002", terminal)).check(code);
        if (finding instanceof SlipProofs.Forged forged) {
            return switch (forged.reason()) {
                case SPOILT -> "spoilt";
                case CHANGED -> "changed";
                case NOT_ENDORSED -> "not-endorsed";
            };
        }
        if (finding instanceof SlipProofs.Undecided) {
            return "undecided";
        }
        return finding instanceof SlipProofs.Genuine ? "genuine" : "other";
    }

    private static void bothSay(String verdict, String code) {
        assertThat(kiosk(code)).isEqualTo(verdict);
        assertThat(page(code, platform)).isEqualTo(verdict);
    }

    @Test
    void theDigestsAreThoseOfTheStandards() {
        assertThat(page("sm3(ascii('abc')).join()")).isEqualTo(joined(Sm3.of(new byte[] {'a', 'b', 'c'})));
        assertThat(page("sm3(ascii('" + "abcd".repeat(16) + "')).join()"))
                .isEqualTo(joined(
                        HexFormat.of().parseHex("debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732")));
        assertThat(page("idOf(keyOf(" + quoted(terminal.publicKey().base64()) + "))"))
                .isEqualTo(terminal.publicKey().id());
    }

    private static String joined(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte each : bytes) {
            text.append(text.length() == 0 ? "" : ",").append(each & 0xFF);
        }
        return text.toString();
    }

    @Test
    void aGenuineSlipIsGenuineAndSaysWhatStandsOnIt() {
        String code = genuine();
        bothSay("genuine", code);
        String said = page("JSON.stringify(checkSlip(" + quoted(code.toLowerCase(Locale.ROOT) + "\r\n") + ", ["
                + quoted(platform.publicKey().base64()) + "]))");
        assertThat(said)
                .isEqualTo("{\"verdict\":\"genuine\",\"by\":\""
                        + platform.publicKey().id() + "\",\"terminal\":\"K001\",\"item\":\"" + TAKEN.item()
                        + "\",\"number\":\"K001-261122-0007-2\",\"takenAt\":" + AT.toEpochMilli() + "}");
    }

    @Test
    void aForgedSlipIsForgedWithTheSameReason() {
        String code = genuine();
        Endorsement real = endorsed(platform, "K001", terminal);
        Signer forger = Sm2Secret.fresh(new SecureRandom());
        UnaryOperator<String> another =
                it -> it.substring(0, 100) + (it.charAt(100) == '0' ? '1' : '0') + it.substring(101);
        bothSay(kiosk(another.apply(code)), another.apply(code));
        assertThat(page(another.apply(code), platform)).isNotEqualTo("genuine");
        bothSay("changed", code.substring(0, code.length() - 30) + genuine().substring(code.length() - 30));
        bothSay("not-endorsed", proof("K001", forger, real));
        bothSay("not-endorsed", proof("K009", terminal, real));
        bothSay("undecided", proof("K001", forger, endorsed(forger, "K001", forger)));
        bothSay("spoilt", code.substring(0, 200));
        bothSay("spoilt", code + "000");
        bothSay("spoilt", "OKQ1:" + "0".repeat(100_000));
        bothSay("other", "https://example.org/");
        assertThat(page(code, terminal)).isEqualTo("undecided");
    }

    @Test
    void theSignKeysAreFoundInWhateverIsPasted() {
        String key = platform.publicKey().base64();
        String status = "{\"keys\": {\"current\": {\"publicKey\": \""
                + terminal.publicKey().base64() + "\"}, \"sign\": {\"publicKey\": \"" + key + "\"}}}";
        assertThat(page("signKeysIn(" + quoted(status) + ").join()")).isEqualTo(key);
        assertThat(page("signKeysIn(" + quoted("\n" + key + "\n" + key + " nonsense") + ").join()"))
                .isEqualTo(key);
        assertThat(page("signKeysIn(" + quoted(Base64.getEncoder().encodeToString(new byte[65])) + ").length"))
                .isEqualTo("0");
    }

    @Test
    void thePageAsksNoNetworkAndKnowsTheItemsOfTheCatalogue() {
        assertThat(html).contains("default-src 'none'").doesNotContain("http://", "https://", "fetch(", " src=");
        CatalogueFiles.shipped()
                .items()
                .forEach(it -> assertThat(html)
                        .contains('"' + it.code() + "\": \"" + it.title().chinese() + '"'));
    }
}
