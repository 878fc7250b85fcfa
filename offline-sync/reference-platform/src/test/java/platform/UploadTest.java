package platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static platform.Pieces.offset;
import static platform.Terminal.APPLICATION;
import static platform.Terminal.error;
import static platform.Terminal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import platform.Terminal.Page;

class UploadTest extends PlatformTest {
    private static final int LONG = 200_000;

    private Sealed large(int... lengths) {
        UUID id = UUID.randomUUID();
        ObjectNode json = terminal.submission(id, APPLICATION);
        json.withArray("materials")
                .addObject()
                .put("material", "lease")
                .put("source", "scan")
                .put("pages", lengths.length);
        Page[] pages = new Page[lengths.length];
        for (int i = 0; i < lengths.length; i++) {
            byte[] content = new byte[lengths[i]];
            new Random(i).nextBytes(content);
            pages[i] = new Page("lease", i + 1, content);
        }
        return terminal.sealLarge(id, json, pages);
    }

    @Test
    void aLargePartGoesUpInPiecesAndIsThereWithTheManifest() {
        Sealed sealed = large(LONG, 3 * 1024 * 1024);
        HttpResponse<byte[]> early = terminal.submit(sealed);
        assertThat(error(early)).isEqualTo("409 parts-missing");
        assertThat(json(early).path("parts").toString()).isEqualTo("[1,2]");
        new Pieces(terminal, sealed, 1).sendAll();
        Pieces second = new Pieces(terminal, sealed, 2);
        second.sendAll();
        assertThat(offset(second.progress())).isEqualTo("204 " + second.part().length + " ?1");
        assertThat(terminal.submit(sealed).statusCode()).isEqualTo(201);
        JsonNode opened = json(terminal.control("GET", "/control/submissions/" + sealed.id(), Map.of()));
        assertThat(opened.path("pages").findValuesAsText("bytes")).containsExactly("200000", "3145728");
        assertThat(second.progress().statusCode()).isEqualTo(404);
        assertThat(terminal.submit(sealed).statusCode()).isEqualTo(200);
    }

    @Test
    void aPartGoesOnWhereItStoppedAlsoAfterARestart() {
        Sealed sealed = large(LONG);
        Pieces pieces = new Pieces(terminal, sealed, 1);
        assertThat(pieces.progress().statusCode()).isEqualTo(404);
        assertThat(offset(pieces.send(0, 1000))).isEqualTo("204 1000 ?0");
        restart();
        Pieces anew = new Pieces(terminal, sealed, 1);
        assertThat(offset(anew.progress())).isEqualTo("204 1000 ?0");
        HttpResponse<byte[]> elsewhere = anew.send(0, 500);
        assertThat(error(elsewhere)).isEqualTo("409 upload-offset");
        assertThat(elsewhere.headers().firstValue("Upload-Offset")).contains("1000");
        assertThat(offset(anew.send(1000, anew.part().length))).startsWith("204 " + anew.part().length + " ?1");
        assertThat(offset(anew.send(5, 6))).isEqualTo("204 " + anew.part().length + " ?1");
        assertThat(terminal.submit(sealed).statusCode()).isEqualTo(201);
    }

    @Test
    void aPieceThatWasCutCountsAsFarAsItCame() {
        Sealed sealed = large(LONG);
        Pieces pieces = new Pieces(terminal, sealed, 1);
        platform.misbehaviour().cutPieces(1);
        assertThatThrownBy(() -> pieces.send(0, pieces.part().length)).isInstanceOf(UncheckedIOException.class);
        int half = pieces.part().length / 2;
        assertThat(offset(pieces.progress())).isEqualTo("204 " + half + " ?0");
        pieces.send(half, pieces.part().length);
        assertThat(terminal.submit(sealed).statusCode()).isEqualTo(201);
    }

    @Test
    void aPartThatIsNotWhatItsDigestSaysBeginsAnew() {
        Sealed sealed = large(LONG);
        Pieces pieces = new Pieces(terminal, sealed, 1);
        byte[] bent = pieces.part().clone();
        bent[7] ^= 1;
        assertThat(error(pieces.send(0, bent, true))).isEqualTo("400 digest-wrong");
        assertThat(pieces.progress().statusCode()).isEqualTo(404);
    }

    @Test
    void anotherDigestBeginsThePartAnew() {
        Sealed sealed = large(LONG);
        Sealed other = new Sealed(
                sealed.id(), sealed.headers(), sealed.manifest(), large(LONG).parts(), n -> n > 0);
        new Pieces(terminal, other, 1).sendAll();
        assertThat(json(terminal.submit(sealed)).path("parts").toString()).isEqualTo("[1]");
        new Pieces(terminal, other, 1).send(0, 10);
        Pieces right = new Pieces(terminal, sealed, 1);
        assertThat(offset(right.send(0, 100))).isEqualTo("204 100 ?0");
        right.send(100, right.part().length);
        assertThat(terminal.submit(sealed).statusCode()).isEqualTo(201);
    }

    @Test
    void whatWaitsForItsManifestTooLongIsLetGoOf() {
        Pieces pieces = new Pieces(terminal, large(LONG), 1);
        pieces.send(0, 1000);
        terminal.control(
                "POST", "/control/clock", Map.of("ahead", Duration.ofDays(6).toString()));
        assertThat(pieces.progress().statusCode()).isEqualTo(204);
        terminal.control(
                "POST", "/control/clock", Map.of("ahead", Duration.ofDays(2).toString()));
        assertThat(pieces.progress().statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsRefusedForGoodKeepsNoPartsAndWhatIsNotYetKeepsThem() {
        UUID id = UUID.randomUUID();
        ObjectNode json = terminal.submission(id, APPLICATION);
        json.withObject("values").putObject("phone").put("value", "110").put("source", "citizen");
        json.withArray("materials")
                .addObject()
                .put("material", "lease")
                .put("source", "scan")
                .put("pages", 2);
        Sealed sealed = terminal.sealLarge(
                id, json, new Page("lease", 1, new byte[LONG]), new Page("lease", 2, new byte[LONG]));
        Pieces pieces = new Pieces(terminal, sealed, 1);
        pieces.sendAll();
        assertThat(error(terminal.submit(sealed.whileTheCitizenWaits()))).isEqualTo("409 parts-missing");
        assertThat(pieces.progress().statusCode()).isEqualTo(204);
        new Pieces(terminal, sealed, 2).sendAll();
        assertThat(error(terminal.submit(sealed.whileTheCitizenWaits()))).isEqualTo("422 needs-citizen");
        assertThat(pieces.progress().statusCode()).isEqualTo(404);
    }

    @Test
    void malformedPiecesAreRefused() {
        Pieces pieces = new Pieces(terminal, large(LONG), 1);
        assertThat(refused(pieces, "Upload-Offset", "-1")).isEqualTo("400 bad-request");
        assertThat(refused(pieces, "Upload-Offset", "99999999999999999999")).isEqualTo("400 bad-request");
        assertThat(refused(pieces, "Upload-Complete", "1")).isEqualTo("400 bad-request");
        assertThat(refused(pieces, "Repr-Digest", "md5=:abc:")).isEqualTo("400 bad-request");
        assertThat(refused(pieces, "Content-Type", "text/plain")).isEqualTo("415 bad-type");
        assertThat(error(pieces.send(0, new byte[1024 * 1024 + 1], false))).isEqualTo("413 too-large");
        assertThat(error(new Pieces(new Terminal(platform, "T0009"), pieces.sealed(), 1).send(0, 10)))
                .isEqualTo("403 unknown-terminal");
        assertThat(error(terminal.exchange(
                        "PATCH",
                        "/v1/submissions/" + pieces.sealed().id() + "/parts/201",
                        pieces.headers(0, false),
                        new byte[1])))
                .isEqualTo("400 bad-request");
    }

    private String refused(Pieces pieces, String header, String value) {
        Map<String, String> headers = new HashMap<>(pieces.headers(0, false));
        headers.put(header, value);
        return error(terminal.exchange("PATCH", pieces.path(), headers, new byte[10]));
    }
}
