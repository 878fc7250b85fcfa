package kiosk.sync.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import kiosk.device.PageCode;
import kiosk.device.ScannedPage;
import kiosk.submission.Submission;
import kiosk.submission.SuppliedMaterial;
import kiosk.sync.Handed;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the pages of a submission travel. */
class SealedPagesTest extends SealingDesk {
    @ParameterizedTest
    @ValueSource(ints = {1, 60_000, 65_536, 131_072, 200_001})
    void aPageOfAnyLengthIsWhole(int length) throws Exception {
        byte[] page = new byte[length];
        Arrays.fill(page, (byte) 'p');
        byte[] plain = opened(sealed(Handed.withPages(page)), 1);
        assertThat(Arrays.copyOfRange(plain, plain.length - length, plain.length))
                .isEqualTo(page);
    }

    /** The last piece is of 1 to 65,536 bytes: a plaintext that ends with a piece has no empty one after it. */
    @Test
    void aPlaintextThatFillsItsPiecesHasNoEmptyLastSegment() throws Exception {
        int around = opened(sealed(Handed.withPages(new byte[1])), 1).length - 1;
        Sealed sealed = sealed(Handed.withPages(new byte[2 * 65_536 - around]));
        assertThat(sealed.parts().get(1).bytes()).hasSize(2 * 65_552);
    }

    @Test
    void aPartCannotBeSentUnderAnotherIdNorAsAnotherPart() {
        Sealed sealed = sealed(Handed.withPages(new byte[10]));
        Opener.Head head = Opener.head(sealed.manifest());
        byte[] part = sealed.parts().get(1).bytes();
        assertThatThrownBy(() -> platform.part(head, UUID.randomUUID(), 1, part))
                .isInstanceOf(InvalidCipherTextException.class);
        assertThatThrownBy(() -> platform.part(head, head.id(), 2, part))
                .isInstanceOf(InvalidCipherTextException.class);
    }

    @Test
    void aSegmentCanNeitherBeLeftOutNorMoved() {
        Sealed sealed = sealed(Handed.withPages(new byte[200_000]));
        Opener.Head head = Opener.head(sealed.manifest());
        byte[] part = sealed.parts().get(1).bytes();
        byte[] cut = Arrays.copyOf(part, 2 * 65_552);
        byte[] swapped = part.clone();
        System.arraycopy(part, 0, swapped, 65_552, 65_552);
        System.arraycopy(part, 65_552, swapped, 0, 65_552);
        assertThatThrownBy(() -> platform.part(head, head.id(), 1, cut)).isInstanceOf(InvalidCipherTextException.class);
        assertThatThrownBy(() -> platform.part(head, head.id(), 1, swapped))
                .isInstanceOf(InvalidCipherTextException.class);
    }

    @Test
    void manySmallPagesStillFitIntoTheOneBody() {
        byte[][] pages = IntStream.range(0, 30).mapToObj(i -> new byte[60_000]).toArray(byte[][]::new);
        Sealed sealed = sealed(Handed.withPages(pages));
        assertThat(sealed.body().length).isLessThanOrEqualTo(1 << 20);
        assertThat(sealed.uploaded()).isNotEmpty().hasSizeLessThan(20);
    }

    @Test
    void whatIsLongerThanThePlatformTakesIsNotSealed() {
        Submission page9MiB = Handed.withPages(new byte[9 << 20]);
        assertThatThrownBy(() -> sealed(page9MiB)).isInstanceOf(NotSealed.class);
        Submission pages201 = Handed.withPages(
                IntStream.range(0, 201).mapToObj(i -> new byte[1]).toArray(byte[][]::new));
        assertThatThrownBy(() -> sealed(pages201)).isInstanceOf(NotSealed.class);
    }

    @Test
    void whatWasReadOnAPageTravelsWithItUnlessItIsLong() throws Exception {
        PageCode code = new PageCode("QR_CODE", "https://example.cn/1");
        PageCode novel = new PageCode("PDF_417", "字".repeat(257));
        ScannedPage page = new ScannedPage(new byte[] {1}, 10, 10, 200, List.of(code, novel));
        Submission submission =
                Handed.withPages(new byte[1]).with(List.of(new SuppliedMaterial.Scans("referral", List.of(page))));
        assertThat(header(sealed(submission), 1).path("codes").toString())
                .isEqualTo("[{\"symbology\":\"QR_CODE\",\"text\":\"https://example.cn/1\"}]");
    }

    @Test
    void codesThatSwellWhenTheyAreWrittenAreLeftOutBeforeTheHeaderIsTooLong() throws Exception {
        PageCode swelling = new PageCode("DATA_MATRIX", "\u001d".repeat(256));
        PageCode small = new PageCode("QR_CODE", "https://example.cn/1");
        ScannedPage page = new ScannedPage(new byte[] {1}, 10, 10, 200, List.of(swelling, swelling, swelling, small));
        Submission submission =
                Handed.withPages(new byte[1]).with(List.of(new SuppliedMaterial.Scans("referral", List.of(page))));
        JsonNode header = header(sealed(submission), 1);
        assertThat(new ObjectMapper().writeValueAsBytes(header)).hasSizeLessThanOrEqualTo(4096);
        assertThat(header.path("codes").findValuesAsText("symbology"))
                .containsExactly("DATA_MATRIX", "DATA_MATRIX", "QR_CODE");
    }

    @Test
    void pagesBoundIntoAPdfTravelAsOnePage() throws Exception {
        byte[] pdf = {'%', 'P', 'D', 'F'};
        Sealed sealed =
                sealed(Handed.withPages(new byte[1]).with(List.of(new SuppliedMaterial.Bound("referral", pdf))));
        assertThat(header(sealed, 1).path("contentType").asText()).isEqualTo("application/pdf");
        assertThat(header(sealed, 1).path("page").intValue()).isEqualTo(1);
        assertThat(opened(sealed, 1)).endsWith(pdf);
    }
}
