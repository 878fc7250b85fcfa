package kiosk.sync.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kiosk.device.PageCode;
import kiosk.device.ScannedPage;
import kiosk.submission.Submission;
import kiosk.submission.SubmissionNumber;
import kiosk.submission.SuppliedMaterial;
import kiosk.sync.Handed;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealerTest {
    private static final int HEADER = 4 + 1 + 1 + 16 + 2 + 113 + 8;
    private static final Labels LABELS = new Labels(
            "K001",
            SubmissionNumber.of("K001", LocalDate.of(2026, 11, 22), 7),
            "medical-insurance.cross-region-care",
            "application",
            ZoneOffset.ofHours(8));

    @TempDir
    private Path folder;

    private final Opener platform = new Opener();
    private Sealer sealer;

    @BeforeEach
    void theTerminalWasDeliveredWithTheKey() throws Exception {
        Path key = Files.writeString(folder.resolve("delivered.key"), platform.publicKey() + "\n");
        sealer = new Sealer(new KeyShelf(folder.resolve("platform.key"), Optional.of(key)));
    }

    @Test
    void thePlatformReadsWhatTheCitizenHandedIn() throws Exception {
        byte[] page = {9, 8, 7};
        Submission submission = Handed.withPages(page);
        ByteBuffer plain = ByteBuffer.wrap(
                platform.open(sealer.seal(submission, LABELS), submission.id().uuid()));

        JsonNode json = new ObjectMapper().readTree(block(plain));
        assertThat(json.path("id").asText()).isEqualTo(submission.id().toString());
        assertThat(json.path("number").asText()).isEqualTo(LABELS.number().text());
        assertThat(json.path("citizen").toString())
                .isEqualTo("{\"name\":\"张测试\",\"number\":\"110101199003078881\",\"evidence\":\"id-card\","
                        + "\"assurance\":\"chip-alone\"}");
        assertThat(json.path("values").path("phone").toString())
                .isEqualTo("{\"value\":\"13800000000\",\"source\":\"platform\"}");
        assertThat(json.path("materials").get(0).toString())
                .isEqualTo("{\"material\":\"referral\",\"source\":\"scan\",\"pages\":1}");
        assertThat(json.path("signature").path("base64").asText()).isEqualTo("AQID");
        assertThat(json.path("createdAt").asText()).endsWith("+08:00");
        assertThat(json.has("amountFen")).isFalse();

        JsonNode header = new ObjectMapper().readTree(block(plain));
        assertThat(header.path("sha256").asText()).isEqualTo(Sha256.hex(page));
        assertThat(block(plain)).isEqualTo(page);
        assertThat(plain.hasRemaining()).isFalse();
    }

    @Test
    void whatWasReadOnAPageTravelsWithItUnlessItIsLong() throws Exception {
        PageCode code = new PageCode("QR_CODE", "https://example.cn/1");
        PageCode novel = new PageCode("PDF_417", "字".repeat(257));
        ScannedPage page = new ScannedPage(new byte[] {1}, 10, 10, 200, List.of(code, novel));
        JsonNode header = second(
                Handed.withPages(new byte[1]).with(List.of(new SuppliedMaterial.Scans("referral", List.of(page)))));
        assertThat(header.path("codes").toString())
                .isEqualTo("[{\"symbology\":\"QR_CODE\",\"text\":\"https://example.cn/1\"}]");
    }

    @Test
    void codesThatSwellWhenTheyAreWrittenAreLeftOutBeforeTheHeaderIsTooLong() throws Exception {
        PageCode swelling = new PageCode("DATA_MATRIX", "\u001d".repeat(256));
        PageCode small = new PageCode("QR_CODE", "https://example.cn/1");
        ScannedPage page = new ScannedPage(new byte[] {1}, 10, 10, 200, List.of(swelling, swelling, swelling, small));
        JsonNode header = second(
                Handed.withPages(new byte[1]).with(List.of(new SuppliedMaterial.Scans("referral", List.of(page)))));
        assertThat(new ObjectMapper().writeValueAsBytes(header)).hasSizeLessThanOrEqualTo(4096);
        assertThat(header.path("codes").findValuesAsText("symbology"))
                .containsExactly("DATA_MATRIX", "DATA_MATRIX", "QR_CODE");
    }

    @Test
    void pagesBoundIntoAPdfTravelAsOnePage() throws Exception {
        byte[] pdf = {'%', 'P', 'D', 'F'};
        JsonNode header =
                second(Handed.withPages(new byte[1]).with(List.of(new SuppliedMaterial.Bound("referral", pdf))));
        assertThat(header.path("contentType").asText()).isEqualTo("application/pdf");
        assertThat(header.path("page").intValue()).isEqualTo(1);
        assertThat(header.path("sha256").asText()).isEqualTo(Sha256.hex(pdf));
    }

    /** The header of the first page. */
    private JsonNode second(Submission submission) throws Exception {
        ByteBuffer plain = ByteBuffer.wrap(
                platform.open(sealer.seal(submission, LABELS), submission.id().uuid()));
        assertThat(new ObjectMapper()
                        .readTree(block(plain))
                        .path("materials")
                        .get(0)
                        .path("pages")
                        .intValue())
                .isEqualTo(1);
        return new ObjectMapper().readTree(block(plain));
    }

    @Test
    void aCertificateTravelsByItsId() throws Exception {
        Submission submission = Handed.withCertificate("1.2.156");
        ByteBuffer plain = ByteBuffer.wrap(
                platform.open(sealer.seal(submission, LABELS), submission.id().uuid()));
        JsonNode json = new ObjectMapper().readTree(block(plain));
        assertThat(json.path("materials").get(0).toString())
                .isEqualTo(
                        "{\"material\":\"permit\",\"source\":\"certificate\",\"certificateId\":\"1.2.156\",\"pages\":0}");
        assertThat(plain.hasRemaining()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 60_000, 64_000, 65_536, 131_072, 200_001})
    void aSubmissionOfAnyLengthIsWhole(int length) throws Exception {
        byte[] page = new byte[length];
        Arrays.fill(page, (byte) 'p');
        Submission submission = Handed.withPages(page);
        byte[] plain =
                platform.open(sealer.seal(submission, LABELS), submission.id().uuid());
        assertThat(Arrays.copyOfRange(plain, plain.length - length, plain.length))
                .isEqualTo(page);
    }

    /** The last piece is of 1 to 65,536 bytes: a plaintext that ends with a piece has no empty one after it. */
    @Test
    void aPlaintextThatFillsItsPiecesHasNoEmptyLastSegment() throws Exception {
        Submission small = Handed.withPages(new byte[1]);
        int around = platform.open(sealer.seal(small, LABELS), small.id().uuid()).length - 1;
        byte[] sealed = sealer.seal(withPage(small, new byte[2 * 65_536 - around]), LABELS);
        assertThat(sealed).hasSize(HEADER + 2 * 65_552);
    }

    @Test
    void aContainerCannotBeSentUnderAnotherId() {
        byte[] sealed = sealer.seal(Handed.care(), LABELS);
        assertThatThrownBy(() -> platform.open(sealed, UUID.randomUUID()))
                .isInstanceOf(InvalidCipherTextException.class);
    }

    @Test
    void aSegmentCanNeitherBeLeftOutNorMoved() {
        Submission submission = Handed.withPages(new byte[200_000]);
        byte[] sealed = sealer.seal(submission, LABELS);
        byte[] cut = Arrays.copyOf(sealed, HEADER + 2 * 65_552);
        byte[] swapped = sealed.clone();
        System.arraycopy(sealed, HEADER, swapped, HEADER + 65_552, 65_552);
        System.arraycopy(sealed, HEADER + 65_552, swapped, HEADER, 65_552);
        UUID id = submission.id().uuid();
        assertThatThrownBy(() -> platform.open(cut, id)).isInstanceOf(InvalidCipherTextException.class);
        assertThatThrownBy(() -> platform.open(swapped, id)).isInstanceOf(InvalidCipherTextException.class);
    }

    @Test
    void theSameSubmissionIsNeverSealedAlikeTwice() {
        Submission submission = Handed.care();
        assertThat(sealer.seal(submission, LABELS)).isNotEqualTo(sealer.seal(submission, LABELS));
    }

    @Test
    void withoutAKeyNothingIsSealed() {
        Sealer keyless = new Sealer(new KeyShelf(folder.resolve("none"), Optional.empty()));
        assertThatThrownBy(() -> keyless.seal(Handed.care(), LABELS)).isInstanceOf(NotSealed.class);
    }

    @Test
    void whatIsLongerThanThePlatformTakesIsNotSealed() {
        Submission long33MiB = Handed.withPages(new byte[Sealer.MOST_BYTES], new byte[1 << 20]);
        assertThatThrownBy(() -> sealer.seal(long33MiB, LABELS)).isInstanceOf(NotSealed.class);
    }

    @Test
    void aRatingSaysNothingOfThePerson() throws Exception {
        Submission rated = Handed.care();
        var rating = Handed.rating(rated, 2);
        byte[] plain = platform.open(sealer.seal(rating, LABELS), rating.id().uuid());
        assertThat(new String(plain, StandardCharsets.UTF_8))
                .contains("\"rating\":{\"of\":\"" + rated.id() + "\",\"stars\":2,\"reasons\":[\"slow\"]}")
                .doesNotContain("citizen");
    }

    private static Submission withPage(Submission like, byte[] page) {
        return new Submission(
                like.id(),
                like.item(),
                like.citizen(),
                like.consent(),
                like.answers(),
                Handed.withPages(page).materials(),
                like.signature(),
                like.feeInFen(),
                like.created());
    }

    private static byte[] block(ByteBuffer plain) {
        byte[] bytes = new byte[plain.getInt()];
        plain.get(bytes);
        return bytes;
    }
}
