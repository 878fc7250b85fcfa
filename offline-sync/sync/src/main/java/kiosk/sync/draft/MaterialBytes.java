package kiosk.sync.draft;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import kiosk.device.PageCode;
import kiosk.device.ScannedPage;
import kiosk.submission.Submission;
import kiosk.submission.SuppliedMaterial;
import kiosk.submission.SuppliedMaterial.OnFile;
import kiosk.submission.SuppliedMaterial.Scans;

/**
 * The materials of a draft as bytes; integers and texts as in DraftBytes.
 *
 * <pre>
 * 2       how many materials follow; each:
 *   1       00: scanned at the terminal
 *   text    material
 *   2       how many pages follow; each:
 *     4, 4, 4 width, height, dots an inch
 *     2       how many codes follow; each: text symbology, text what it says
 *     4, n    length of the picture, the picture
 * or
 *   1       01: an electronic certificate
 *   text    material
 *   text    id of the certificate
 * </pre>
 */
final class MaterialBytes {
    private static final int SCANS = 0;
    private static final int ON_FILE = 1;
    private static final int MOST_MATERIALS = 100;
    private static final int MOST_PAGES = 1000;
    private static final int MOST_CODES = 100;

    private final DataInputStream in;
    private long left = Submission.MOST_PAGE_BYTES;

    private MaterialBytes(DataInputStream in) {
        this.in = in;
    }

    static void write(List<SuppliedMaterial> materials, DataOutputStream out) throws IOException {
        out.writeShort(materials.size());
        for (SuppliedMaterial material : materials) {
            if (material instanceof Scans scans) {
                out.writeByte(SCANS);
                DraftBytes.text(out, scans.material());
                pages(scans.pages(), out);
            } else if (material instanceof OnFile onFile) {
                out.writeByte(ON_FILE);
                DraftBytes.text(out, onFile.material());
                DraftBytes.text(out, onFile.certificateId());
            } else {
                throw new IllegalArgumentException("what is bound is handed in, and no draft any more");
            }
        }
    }

    private static void pages(List<ScannedPage> pages, DataOutputStream out) throws IOException {
        out.writeShort(pages.size());
        for (ScannedPage page : pages) {
            out.writeInt(page.width());
            out.writeInt(page.height());
            out.writeInt(page.dotsPerInch());
            out.writeShort(page.codes().size());
            for (PageCode code : page.codes()) {
                DraftBytes.text(out, code.symbology());
                DraftBytes.text(out, code.text());
            }
            out.writeInt(page.jpeg().length);
            out.write(page.jpeg());
        }
    }

    static List<SuppliedMaterial> read(DataInputStream in) throws IOException {
        return new MaterialBytes(in).materials();
    }

    private List<SuppliedMaterial> materials() throws IOException {
        List<SuppliedMaterial> materials = new ArrayList<>();
        int count = DraftBytes.count(in, MOST_MATERIALS);
        for (int i = 0; i < count; i++) {
            int kind = in.readUnsignedByte();
            String name = DraftBytes.text(in);
            if (kind == SCANS) {
                materials.add(new Scans(name, pages()));
            } else if (kind == ON_FILE) {
                materials.add(new OnFile(name, DraftBytes.text(in)));
            } else {
                throw new IOException("a material of another kind");
            }
        }
        return materials;
    }

    private List<ScannedPage> pages() throws IOException {
        List<ScannedPage> pages = new ArrayList<>();
        int count = DraftBytes.count(in, MOST_PAGES);
        for (int i = 0; i < count; i++) {
            int width = in.readInt();
            int height = in.readInt();
            int dotsPerInch = in.readInt();
            List<PageCode> codes = codes();
            byte[] jpeg = DraftBytes.bytes(in, (int) left);
            left -= jpeg.length;
            pages.add(new ScannedPage(jpeg, width, height, dotsPerInch, codes));
        }
        return pages;
    }

    private List<PageCode> codes() throws IOException {
        List<PageCode> codes = new ArrayList<>();
        int count = DraftBytes.count(in, MOST_CODES);
        for (int i = 0; i < count; i++) {
            codes.add(new PageCode(DraftBytes.text(in), DraftBytes.text(in)));
        }
        return codes;
    }
}
