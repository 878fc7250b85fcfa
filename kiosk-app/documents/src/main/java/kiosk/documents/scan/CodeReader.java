package kiosk.documents.scan;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kiosk.device.PageCode;

/** Reads the QR codes and barcodes on a page, one after the other: a code that was read is painted over. */
final class CodeReader {
    private static final List<BarcodeFormat> FORMATS = List.of(
            BarcodeFormat.QR_CODE,
            BarcodeFormat.DATA_MATRIX,
            BarcodeFormat.PDF_417,
            BarcodeFormat.CODE_128,
            BarcodeFormat.CODE_39,
            BarcodeFormat.EAN_13);
    private static final int MOST_CODES = 4;
    private static final int LONGEST_TEXT = 4000;
    private static final Duration PATIENCE = Duration.ofMillis(1500);
    private static final byte WHITE = (byte) 255;

    private final Grey page;
    private final int margin;
    private final long end = System.nanoTime() + PATIENCE.toNanos();

    private CodeReader(Grey page, int margin) {
        this.page = page;
        this.margin = margin;
    }

    /** The codes on a page; begins no further attempt after a second and a half. */
    static List<PageCode> on(Grey page, int dotsPerInch) throws InterruptedException {
        Grey own = new Grey(page.width(), page.height(), page.levels().clone());
        return new CodeReader(own, dotsPerInch / 6).codes();
    }

    private List<PageCode> codes() throws InterruptedException {
        List<PageCode> codes = new ArrayList<>();
        for (Optional<Result> found = next(); found.isPresent(); found = next()) {
            Result result = found.get();
            PageCode code = new PageCode(result.getBarcodeFormat().name(), result.getText());
            if (codes.contains(code) || result.getText().length() > LONGEST_TEXT) {
                return codes;
            }
            codes.add(code);
            if (codes.size() == MOST_CODES) {
                return codes;
            }
            paintOver(result.getResultPoints());
        }
        return codes;
    }

    /** The order in which most is found soonest on evenly lit pages; the second serves shadows, the third both. */
    private Optional<Result> next() throws InterruptedException {
        LuminanceSource source = new PlanarYUVLuminanceSource(
                page.levels(), page.width(), page.height(), 0, 0, page.width(), page.height(), false);
        Optional<Result> found = attempt(new GlobalHistogramBinarizer(source), true);
        found = found.isPresent() ? found : attempt(new HybridBinarizer(source), false);
        return found.isPresent() ? found : attempt(new HybridBinarizer(source), true);
    }

    private Optional<Result> attempt(Binarizer binarizer, boolean harder) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (System.nanoTime() > end) {
            return Optional.empty();
        }
        Map<DecodeHintType, ?> hints = harder
                ? Map.of(DecodeHintType.POSSIBLE_FORMATS, FORMATS, DecodeHintType.TRY_HARDER, true)
                : Map.of(DecodeHintType.POSSIBLE_FORMATS, FORMATS);
        try {
            return Optional.of(new MultiFormatReader().decode(new BinaryBitmap(binarizer), hints));
        } catch (NotFoundException none) {
            return Optional.empty();
        }
    }

    /** Of a code that lacks one of its edges, not all corners are known. */
    private static List<ResultPoint> known(ResultPoint[] points) {
        return Arrays.stream(points).filter(Objects::nonNull).toList();
    }

    private void paintOver(ResultPoint[] points) {
        int left = page.width();
        int top = page.height();
        int right = 0;
        int bottom = 0;
        for (ResultPoint point : known(points)) {
            left = Math.min(left, (int) point.getX());
            top = Math.min(top, (int) point.getY());
            right = Math.max(right, (int) point.getX());
            bottom = Math.max(bottom, (int) point.getY());
        }
        for (int y = Math.max(0, top - margin); y < Math.min(page.height(), bottom + margin); y++) {
            for (int x = Math.max(0, left - margin); x < Math.min(page.width(), right + margin); x++) {
                page.levels()[y * page.width() + x] = WHITE;
            }
        }
    }
}
