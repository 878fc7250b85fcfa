package kiosk.emulators.ipp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

class PdfPagesTest {
    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void pagesAreCountedAndTheirTreeIsNot() {
        assertThat(PdfPages.count(ascii("%PDF-1.4 /Type /Pages /Type /Page /Type/Page>> /Type /PageLabels")))
                .isEqualTo(2);
    }

    @Test
    void pagesInsideAnObjectStreamAreCounted() throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        pdf.writeBytes(ascii("%PDF-1.5\n1 0 obj\n<< /Type /ObjStm /N 2 /First 8 /Filter /FlateDecode >>\nstream\n"));
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(pdf)) {
            deflater.write(ascii("<< /Type /Page >> << /Type /Page >>"));
        }
        assertThat(PdfPages.count(pdf.toByteArray())).isEqualTo(2);
    }

    @Test
    void whatIsNoPdfHasNoPages() {
        assertThat(PdfPages.count(ascii("no document"))).isZero();
        assertThat(PdfPages.count(ascii("/ObjStm>> stream\nnot deflated"))).isZero();
    }
}
