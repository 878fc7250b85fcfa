package kiosk.sync.audit;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kiosk.submission.Backlog.Export;
import kiosk.submission.Backlog.NotWritten;
import kiosk.submission.Backlog.WhyNot;
import kiosk.submission.Backlog.Written;
import kiosk.sync.disk.Disk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What waits, in a file to be carried (PLATFORM-API.md, section 11.3). Nobody but the platform can open what is in it.
 *
 * <pre>
 * "OKX1" = 4F 4B 58 31 | version = 01 | submission … | 00 00 00 00
 * submission = 4 bytes length, manifest | for every part in rising order: 4 bytes length, sealed part
 * </pre>
 *
 * What the platform sent back is left out: the citizen may have handed it in anew since. So is what is being paid for at this moment.
 */
final class ExportFile {
    private static final Logger LOG = LoggerFactory.getLogger(ExportFile.class);
    private static final String WAITING =
            "SELECT e.seq FROM entry e JOIN sealed s ON s.seq = e.seq WHERE e.state IN ('READY', 'UNSETTLED') ORDER BY e.seq";
    private static final String SIZE = "SELECT coalesce(sum(length(s.bytes)), 0) + coalesce((SELECT sum(p.length) FROM"
            + " part p JOIN entry f ON f.seq = p.seq WHERE f.state IN ('READY', 'UNSETTLED')), 0)"
            + " FROM entry e JOIN sealed s ON s.seq = e.seq WHERE e.state IN ('READY', 'UNSETTLED')";
    private static final byte[] HEAD = "OKX1\u0001".getBytes(StandardCharsets.US_ASCII);
    private static final long LEFT_FREE = 1 << 20;

    private final StoreView store;
    private int items;
    private int leftOut;

    ExportFile(StoreView store) {
        this.store = store;
    }

    Export write(Path file) {
        List<Long> waiting = store.all(WAITING, row -> row.getLong(1));
        if (waiting.isEmpty()) {
            return new NotWritten(WhyNot.NOTHING_WAITS);
        }
        try {
            long bytes = store.all(SIZE, row -> row.getLong(1)).get(0);
            Path folder = file.toAbsolutePath().resolveSibling("");
            if (Files.getFileStore(folder).getUsableSpace() < bytes + LEFT_FREE) {
                return new NotWritten(WhyNot.NO_ROOM);
            }
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            fill(file, waiting);
            Disk.real().sync(folder);
            return new Written(items, leftOut, Files.size(file));
        } catch (FileAlreadyExistsException there) {
            return new NotWritten(WhyNot.THERE_ALREADY);
        } catch (IOException e) {
            LOG.warn("what waits could not be written: {}", e.getClass().getSimpleName());
            return new NotWritten(WhyNot.BROKEN);
        }
    }

    private void fill(Path file, List<Long> waiting) throws IOException {
        boolean whole = false;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                OutputStream bytes = Channels.newOutputStream(channel);
                DataOutputStream out = new DataOutputStream(new BufferedOutputStream(bytes))) {
            out.write(HEAD);
            for (long seq : waiting) {
                submission(seq, out);
            }
            out.writeInt(0);
            out.flush();
            channel.force(true);
            whole = true;
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** One is in memory at a time, whole, before a byte of it is written: what the disk lost some of is left out. */
    private void submission(long seq, DataOutputStream out) throws IOException {
        Optional<List<byte[]>> pieces = pieces(seq);
        if (pieces.isEmpty()) {
            LOG.error("entry {} is not whole on the disk, or was delivered just now", seq);
            leftOut++;
            return;
        }
        for (byte[] piece : pieces.get()) {
            out.writeInt(piece.length);
            out.write(piece);
        }
        items++;
    }

    /** The manifest and all parts; empty where something is not what the manifest says. */
    private Optional<List<byte[]>> pieces(long seq) {
        byte[] body = store.all("SELECT bytes FROM sealed WHERE seq = ?", row -> row.getBytes(1), seq)
                .get(0);
        Optional<Layout> layout = Layout.of(body);
        if (layout.isEmpty()) {
            return Optional.empty();
        }
        List<byte[]> pieces = new ArrayList<>();
        pieces.add(layout.get().manifest());
        int at = layout.get().manifest().length;
        for (int number = 0; number < layout.get().parts().size(); number++) {
            Layout.Part part = layout.get().parts().get(number);
            byte[] bytes = part.uploaded() ? uploaded(seq, number) : inline(body, at, part.length());
            at += part.uploaded() ? 0 : part.length();
            if (!part.is(bytes)) {
                return Optional.empty();
            }
            pieces.add(bytes);
        }
        return Optional.of(pieces);
    }

    private static byte[] inline(byte[] body, int at, int length) {
        boolean there = length >= 0 && at + (long) length <= body.length;
        return there ? Arrays.copyOfRange(body, at, at + length) : new byte[0];
    }

    /** What lies in the file; nothing where it does not. */
    private byte[] uploaded(long seq, int number) {
        List<String> files =
                store.all("SELECT file FROM part WHERE seq = ? AND number = ?", row -> row.getString(1), seq, number);
        try {
            return files.isEmpty() ? new byte[0] : store.part(files.get(0));
        } catch (IOException gone) {
            LOG.warn("a part is not there any more");
            return new byte[0];
        }
    }
}
