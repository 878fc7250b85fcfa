package kiosk.desktop.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import kiosk.catalogue.Language;
import kiosk.desktop.StillBacklog;
import kiosk.desktop.widget.Texts;
import kiosk.submission.Backlog;
import kiosk.submission.Backlog.Cause;
import kiosk.submission.Backlog.Item;
import kiosk.submission.Backlog.State;
import org.junit.jupiter.api.Test;

class BacklogReportTest {
    private static final Path API = Path.of("../../offline-sync/PLATFORM-API.md");
    private static final Pattern ERROR = Pattern.compile("(?m)^\\| [45]\\d\\d \\| `([a-z-]+)` \\|");

    private final Texts texts = new Texts();

    private static Item refused(String code) {
        return StillBacklog.item(12, "tax.income-tax-record", State.REFUSED, Cause.PLATFORM_SAYS_NO, code, 3);
    }

    private static List<String> errors() throws IOException {
        return ERROR.matcher(Files.readString(API))
                .results()
                .map(it -> it.group(1))
                .filter(it -> !it.equals("needs-citizen"))
                .toList();
    }

    @Test
    void everyErrorOfThePlatformHasWordsOfItsOwnAndItsCodeAfterThem() throws IOException {
        assertThat(errors()).hasSizeGreaterThan(30).contains("other-terminal", "too-large");
        for (Language language : Language.values()) {
            texts.speak(language);
            for (String code : errors()) {
                assertThat(BacklogReport.cause(texts, refused(code)))
                        .as(code)
                        .endsWith(texts.quoting("", code))
                        .doesNotContain(texts.say(Cause.PLATFORM_SAYS_NO));
            }
        }
    }

    @Test
    void anErrorNobodyKnowsIsSaidInGeneralWithItsCode() {
        assertThat(BacklogReport.cause(texts, refused("418"))).isEqualTo("平台拒收，请把代码报给平台方（418）");
    }

    @Test
    void whatTheTerminalKnowsItselfIsSaidWithoutACode() {
        for (Cause cause : Cause.values()) {
            if (cause != Cause.PLATFORM_SAYS_NO) {
                Item item = StillBacklog.item(7, "tax.income-tax-record", State.READY, cause, "NO_ANSWER", 1);
                assertThat(BacklogReport.cause(texts, item)).isEqualTo(texts.say(cause));
            }
        }
    }

    @Test
    void aPersonReadsALineOfChinese() {
        assertThat(new BacklogReport(Language.ZH_CN).one(refused("other-terminal"), false))
                .contains("不再自动送，要人处理，已等 ", "，试过 1 次，平台上这个编号属于另一台终端（other-terminal），");
        assertThat(new BacklogReport(Language.ZH_CN).notThere()).isEqualTo("没有这个编号的待送办件");
    }

    @Test
    void whatWasLeftOutIsSaidRightAfterWhatWasWritten() {
        Backlog.Written written = new Backlog.Written(2, 1, 20_480);
        assertThat(BacklogReport.said(texts, written)).contains("受理。有 1 件没有写入");
        texts.speak(Language.EN);
        assertThat(BacklogReport.said(texts, written)).contains("taken twice. 1 left out");
    }
}
