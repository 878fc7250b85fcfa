package kiosk.documents;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Walks every object a PDF leads to, and refuses what does something, carries something or is packed in a way no office uses. */
final class ObjectWalk {
    private static final int MOST_OBJECTS = 100_000;

    /** Keys and values that stand for scripts, forms with scripts, attachments and programs (ISO 32000-1, 7.11.4, 12.6.4, 12.7.8, 13). */
    private static final Set<String> ACTIVE = Set.of(
            "JS",
            "JavaScript",
            "AA",
            "Launch",
            "ImportData",
            "SubmitForm",
            "Rendition",
            "RichMedia",
            "Movie",
            "Sound",
            "XFA");

    private static final Set<String> ATTACHED = Set.of("EmbeddedFile", "EmbeddedFiles", "EF", "FileAttachment");
    private static final Set<String> FILTERS = Set.of(
            "FlateDecode",
            "DCTDecode",
            "CCITTFaxDecode",
            "JBIG2Decode",
            "JPXDecode",
            "ASCIIHexDecode",
            "ASCII85Decode");

    private final Deque<COSBase> open = new ArrayDeque<>();
    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private ObjectWalk() {}

    /** @throws UnfitDocument with the code that says what was found */
    static void of(PDDocument document) throws IOException {
        ObjectWalk walk = new ObjectWalk();
        walk.take(document.getDocument().getTrailer());
        while (!walk.open.isEmpty()) {
            walk.visit(walk.open.pop());
        }
    }

    private void take(COSBase found) throws UnfitDocument {
        COSBase object = found instanceof COSObject reference ? reference.getObject() : found;
        if (object instanceof COSName name) {
            refuse(name);
        } else if ((object instanceof COSDictionary || object instanceof COSArray) && seen.add(object)) {
            if (seen.size() > MOST_OBJECTS) {
                throw new UnfitDocument("too-many-objects");
            }
            open.push(object);
        }
    }

    private void visit(COSBase object) throws UnfitDocument {
        if (object instanceof COSArray array) {
            for (COSBase part : array) {
                take(part);
            }
        } else if (object instanceof COSDictionary dictionary) {
            for (COSName key : dictionary.keySet()) {
                refuse(key);
                take(dictionary.getItem(key));
            }
        }
        if (object instanceof COSStream stream) {
            refuseStrangePacking(stream.getFilters());
        }
    }

    private static void refuse(COSName name) throws UnfitDocument {
        if (ACTIVE.contains(name.getName())) {
            throw new UnfitDocument("active-content");
        }
        if (ATTACHED.contains(name.getName())) {
            throw new UnfitDocument("attachment");
        }
    }

    private static void refuseStrangePacking(COSBase filters) throws UnfitDocument {
        List<? extends COSBase> names =
                filters instanceof COSArray array ? array.toList() : filters == null ? List.of() : List.of(filters);
        for (COSBase name : names) {
            COSBase filter = name instanceof COSObject reference ? reference.getObject() : name;
            if (!(filter instanceof COSName known) || !FILTERS.contains(known.getName())) {
                throw new UnfitDocument("packed-strangely");
            }
        }
    }
}
