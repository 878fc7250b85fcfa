package kiosk.emulators.ipp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The emulated printer as bytes written by hand meet it. */
@Timeout(10)
class IppPrinterEmulatorTest {
    private static final int CREATE_JOB = 0x0005;
    private static final int SEND_DOCUMENT = 0x0006;
    private static final int JOB_ATTRIBUTES = 0x0009;
    private static final int JOBS = 0x000A;

    private final HttpClient client = HttpClient.newHttpClient();
    private IppPrinterEmulator printer = IppPrinterEmulator.start(0);

    @AfterEach
    void tearDown() {
        printer.close();
    }

    private HttpResponse<byte[]> post(String path, byte[] body) throws IOException, InterruptedException {
        URI uri = URI.create("http://" + printer.address().getAuthority() + path);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/ipp")
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return client.send(request, BodyHandlers.ofByteArray());
    }

    private byte[] ask(int operation, String document, String... more) throws IOException, InterruptedException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(0x02000000 + operation);
        out.writeInt(7);
        out.writeByte(1);
        attribute(out, 0x47, "attributes-charset", "utf-8");
        attribute(out, 0x48, "attributes-natural-language", "en");
        attribute(out, 0x45, "job-uri", printer.address() + "/1");
        for (int i = 0; i < more.length; i += 2) {
            attribute(out, 0x44, more[i], more[i + 1]);
        }
        out.writeByte(3);
        out.write(document.getBytes(StandardCharsets.ISO_8859_1));
        return post("/ipp/print", bytes.toByteArray()).body();
    }

    private static void attribute(DataOutputStream out, int tag, String name, String value) throws IOException {
        out.writeByte(tag);
        out.writeUTF(name);
        out.writeUTF(value);
    }

    private static int status(byte[] answer) {
        return ByteBuffer.wrap(answer).getShort(2);
    }

    private static String text(byte[] answer) {
        return new String(answer, StandardCharsets.ISO_8859_1);
    }

    @Test
    void aJobInTwoStepsTakesItsDocumentOnceAndIsFiled(@TempDir Path folder) throws IOException, InterruptedException {
        printer.close();
        printer = IppPrinterEmulator.start(0, folder);
        assertThat(status(ask(CREATE_JOB, "", "job-name", "KS-1"))).isZero();
        assertThat(status(ask(CREATE_JOB, ""))).as("one job at a time").isEqualTo(0x0507);
        assertThat(status(ask(SEND_DOCUMENT, "%PDF-"))).as("no last-document").isEqualTo(0x0400);
        assertThat(status(ask(SEND_DOCUMENT, "%PDF- /Type /Page", "last-document", "1")))
                .isZero();
        assertThat(status(ask(SEND_DOCUMENT, "%PDF-", "last-document", "1"))).isEqualTo(0x0404);
        while (!text(ask(JOB_ATTRIBUTES, "")).contains("job-completed-successfully")) {
            Thread.onSpinWait();
        }
        assertThat(text(ask(JOBS, "", "which-jobs", "completed", "requested-attributes", "job-name")))
                .contains("KS-1");
        assertThat(Files.readString(folder.resolve("job-1.pdf"))).isEqualTo("%PDF- /Type /Page");
        assertThat(printer.sheetsOut()).isEqualTo(1);
    }

    @Test
    void whatItDoesNotKnowItRefusesByTheRightCode() throws IOException, InterruptedException {
        assertThat(status(ask(0x0003, ""))).isEqualTo(0x0501);
        assertThat(status(ask(0x0004, "", "document-format", "image/urf"))).isEqualTo(0x040A);
        assertThat(status(ask(0x0002, ""))).as("no document").isEqualTo(0x0400);
        assertThat(status(ask(JOB_ATTRIBUTES, ""))).as("no such job").isEqualTo(0x0406);
        assertThat(status(ask(SEND_DOCUMENT, "", "last-document", "1"))).isEqualTo(0x0406);
        assertThat(post("/elsewhere", new byte[0]).statusCode()).isEqualTo(404);
    }

    @Test
    void itsWebPageIsNoIppAnswer() throws IOException, InterruptedException {
        URI uri = URI.create("http://" + printer.address().getAuthority() + "/");
        HttpResponse<String> page = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html");
    }
}
