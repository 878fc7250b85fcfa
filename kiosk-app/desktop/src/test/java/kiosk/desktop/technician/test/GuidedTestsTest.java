package kiosk.desktop.technician.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import kiosk.catalogue.Language;
import kiosk.desktop.technician.test.GuidedTest.Finding;
import kiosk.desktop.widget.Texts;
import kiosk.device.CodeScanner;
import kiosk.upkeep.Subject;
import kiosk.upkeep.TestRecord.Verdict;
import org.junit.jupiter.api.Test;

class GuidedTestsTest {
    private final ScriptedGuide guide = new ScriptedGuide();
    private final Counter counter = new Counter();

    @Test
    void theSameCodeMustComeBack() throws Exception {
        counter.codes.add(new CodeScanner.Scanned("OSK-TEST-1"));
        assertThat(new CodeTest(counter.codeScanner(), "OSK-TEST-1").run(guide).verdict())
                .isEqualTo(Verdict.PASSED);
        assertThat(guide.shown).containsExactly(new Guide.Code("OSK-TEST-1"), new Guide.Nothing());
        counter.codes.add(new CodeScanner.Scanned("OSK-TEST-2"));
        Finding other = new CodeTest(counter.codeScanner(), "OSK-TEST-1").run(guide);
        assertThat(other.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(other.figures()).containsEntry("other", 1L);
        assertThat(new CodeTest(counter.codeScanner(), "OSK-TEST-1").run(guide).verdict())
                .isEqualTo(Verdict.FAILED);
    }

    @Test
    void aReceiptPassesWhenItsOwnCodeIsReadBackAndItLooksWhole() throws Exception {
        ReceiptTest test = new ReceiptTest(counter.receiptPrinter(), counter.codeScanner(), "OSK-TEST-1");
        assertThat(test.run(guide).verdict()).isEqualTo(Verdict.PASSED);
        assertThat(test.run(guide.denying("test.receipt-looks")).verdict()).isEqualTo(Verdict.FAILED);
        counter.jammed = true;
        assertThat(test.run(guide).verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void aPagePassesWhenTheTechnicianSeesAllOfIt() throws Exception {
        PageTest test = new PageTest(counter.pagePrinter(), "label");
        assertThat(test.run(guide).verdict()).isEqualTo(Verdict.PASSED);
        assertThat(new String(counter.pages.get(0).pdf(), StandardCharsets.US_ASCII))
                .startsWith("%PDF-1.4")
                .contains("(label)")
                .endsWith("%%EOF\n");
        assertThat(test.run(guide.denying("test.page-streaks")).figures()).containsEntry("sees-streaks", 0L);
        counter.jammed = true;
        assertThat(test.run(guide).verdict()).isEqualTo(Verdict.FAILED);
        assertThat(guide.said).contains("test.page-held");
    }

    private static byte[] sheet(int... specks) throws IOException {
        BufferedImage paper = new BufferedImage(600, 850, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = paper.createGraphics();
        pen.setColor(new Color(0xF4F4F0));
        pen.fillRect(0, 0, 600, 850);
        pen.setColor(Color.DARK_GRAY);
        for (int i = 0; i < specks.length; i += 2) {
            pen.fillRect(specks[i], specks[i + 1], 8, 8);
        }
        pen.dispose();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(paper, "jpeg", jpeg);
        return jpeg.toByteArray();
    }

    @Test
    void aCleanSheetPassesAndADirtyCellIsNamedAndShown() throws Exception {
        SheetTest test = new SheetTest(counter.documentScanner());
        counter.lay(sheet());
        assertThat(test.run(guide).verdict()).isEqualTo(Verdict.PASSED);
        counter.lay(sheet(36, 40));
        Finding dirty = test.run(guide);
        assertThat(dirty.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(dirty.figures()).containsEntry("dirty-cells", 1L).containsEntry("dirty-row-1-column-1", 1L);
        assertThat(((Guide.Sheet) guide.shown.get(1)).cells().dirty()).containsExactly(0);
        assertThat(test.run(guide).figures()).containsEntry("scanned", 0L);
        counter.lay(new byte[] {1, 2});
        assertThat(test.run(guide).verdict()).isEqualTo(Verdict.FAILED);
        assertThat(test.run(guide.denying("test.sheet-laid")).verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void whatNobodyHearsIsNoPass() throws Exception {
        assertThat(new SpeakerTest(() -> true).run(guide).verdict()).isEqualTo(Verdict.PASSED);
        assertThat(new SpeakerTest(() -> false).run(guide).verdict()).isEqualTo(Verdict.FAILED);
        assertThat(new SpeakerTest(() -> true)
                        .run(guide.denying("test.speaker-heard"))
                        .verdict())
                .isEqualTo(Verdict.FAILED);
        byte[] wave = Tone.wave();
        assertThat(Arrays.copyOfRange(wave, 40, 42)).isNotEqualTo(new byte[2]);
        assertThat(Arrays.copyOfRange(wave, 42, 44)).isEqualTo(new byte[2]);
    }

    @Test
    void aCellNobodyReachesIsADeadZoneAndATouchWhereNoFingerIsAGhost() {
        TouchGrid grid = new TouchGrid(3, 2);
        assertThat(grid.touch(0, 0)).isTrue();
        assertThat(grid.touch(0.1, 0.1)).isFalse();
        grid.touch(1.0, 1.0);
        grid.touch(0.5, 0.2);
        grid.touch(0.9, 0.2);
        grid.touch(0.1, 0.9);
        assertThat(grid.dead()).containsExactly(4);
        assertThat(grid.finding().figures()).containsEntry("dead-row-2-column-2", 1L);
        assertThat(grid.finding().verdict()).isEqualTo(Verdict.FAILED);
        grid.touch(0.5, 0.7);
        grid.pressed(2, false);
        assertThat(grid.finding().verdict()).isEqualTo(Verdict.PASSED);
        grid.pressed(1, true);
        assertThat(grid.finding().verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void aTestBrokenOffIsRecordedAsNotFinished() throws Exception {
        BlockingQueue<Finding> found = new LinkedBlockingQueue<>();
        CountDownLatch asked = new CountDownLatch(1);
        TestRun run = TestRun.begin(
                Subject.SPEAKER,
                guiding -> Finding.of(guiding.confirms("test.speaker-heard"), Map.of()),
                asked::countDown,
                found::add);
        assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();
        run.stop();
        assertThat(found.poll(5, TimeUnit.SECONDS)).isEqualTo(new Finding(Verdict.NOT_FINISHED, Map.of()));
    }

    @Test
    void anAnswerReachesTheTestThatAsks() throws Exception {
        BlockingQueue<Finding> found = new LinkedBlockingQueue<>();
        CountDownLatch asked = new CountDownLatch(1);
        TestRun run = TestRun.begin(
                Subject.SPEAKER,
                guiding -> Finding.of(guiding.confirms("test.speaker-heard"), Map.of("heard", 1L)),
                asked::countDown,
                found::add);
        assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();
        run.answer("test.speaker-heard", TestRun.Answer.YES);
        assertThat(found.poll(5, TimeUnit.SECONDS)).isEqualTo(new Finding(Verdict.PASSED, Map.of("heard", 1L)));
        run.answer("test.speaker-heard", TestRun.Answer.NO);
        assertThat(run.subject()).isEqualTo(Subject.SPEAKER);
    }

    @Test
    void aSecondTapOnOneQuestionDoesNotAnswerTheNext() throws Exception {
        BlockingQueue<Finding> found = new LinkedBlockingQueue<>();
        Semaphore moved = new Semaphore(0);
        TestRun run = TestRun.begin(
                Subject.PAGE_PRINTER,
                guiding -> {
                    boolean whole = guiding.confirms("test.page-frame");
                    return Finding.of(whole && guiding.confirms("test.page-steps"), Map.of());
                },
                moved::release,
                found::add);
        untilItAsks(run, moved, "test.page-frame");
        run.answer("test.page-frame", TestRun.Answer.YES);
        untilItAsks(run, moved, "test.page-steps");
        run.answer("test.page-frame", TestRun.Answer.YES);
        run.answer("test.page-steps", TestRun.Answer.NO);
        assertThat(Objects.requireNonNull(found.poll(5, TimeUnit.SECONDS)).verdict())
                .isEqualTo(Verdict.FAILED);
    }

    private static void untilItAsks(TestRun run, Semaphore moved, String question) throws InterruptedException {
        while (!run.stand().asks().equals(Optional.of(question))) {
            assertThat(moved.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void whatCameOfATestStaysWhenItHasEndedAndItsInstructionsDoNot() throws Exception {
        BlockingQueue<Finding> found = new LinkedBlockingQueue<>();
        Semaphore moved = new Semaphore(0);
        TestRun none = TestRun.begin(Subject.SPEAKER, new SpeakerTest(() -> false), moved::release, found::add);
        assertThat(lastWords(none, moved)).isEqualTo("test.speaker-none");
        TestRun code = TestRun.begin(
                Subject.CODE_SCANNER, new CodeTest(counter.codeScanner(), "OSK-TEST-1"), moved::release, found::add);
        assertThat(lastWords(code, moved)).isEqualTo("test.ended");
    }

    private static String lastWords(TestRun run, Semaphore moved) throws InterruptedException {
        while (run.stand().finding().isEmpty()) {
            assertThat(moved.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
        }
        return run.stand().says();
    }

    @Test
    void aClockThatIsBehindIsNotSaidToBeAheadByLessThanNothing() {
        Texts texts = new Texts();
        assertThat(Figures.of(Map.of("ahead-s", -300L), texts)).containsExactly("比平台慢 300 秒");
        assertThat(Figures.of(Map.of("ahead-s", 2L), texts)).containsExactly("比平台快 2 秒");
        texts.speak(Language.EN);
        assertThat(Figures.of(Map.of("ahead-s", -1L), texts)).containsExactly("Behind the platform by 1 second");
    }

    @Test
    void figuresAreSaidAsSentences() {
        assertThat(Figures.of(
                        Map.of("read-median-ms", 840L, "same", 1L, "dirty-row-3-column-4", 1L, "tls-passed", 1L),
                        new Texts()))
                .containsExactly("读卡用时，中位数 0.8 秒", "读回的码一样：是", "不干净：第 3 行第 4 列");
    }
}
