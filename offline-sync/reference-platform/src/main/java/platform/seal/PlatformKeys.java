package platform.seal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import platform.seal.KeyFile.Entry;
import platform.seal.KeyFile.Role;
import platform.wire.Digest;

/**
 * The platform's SM2 keys: one that is sealed to now, perhaps its announced successor, one that signs, and every one there was before,
 * which still opens what was sealed to it. Made at the first start; thread-safe.
 */
public final class PlatformKeys {
    private final KeyFile file;
    private List<Entry> entries;
    private KeyFile.Stamp read;

    private PlatformKeys(KeyFile file) {
        this.file = file;
        this.read = file.stamp();
        this.entries = file.read();
    }

    /** As the file has them, which another node may have written anew. */
    private List<Entry> entries() {
        KeyFile.Stamp stamp = file.stamp();
        if (!stamp.equals(read)) {
            entries = file.read();
            read = stamp;
        }
        return entries;
    }

    /** The keys kept in that folder. */
    public static PlatformKeys in(Path folder) {
        KeyFile file = new KeyFile(folder);
        if (file.read().isEmpty()) {
            file.writeFirst(List.of(new Entry(Role.CURRENT, KeyPair.fresh()), new Entry(Role.SIGN, KeyPair.fresh())));
        }
        return new PlatformKeys(file);
    }

    public synchronized KeyPair current() {
        return newest(Role.CURRENT).orElseThrow();
    }

    public synchronized Optional<KeyPair> next() {
        return newest(Role.NEXT);
    }

    public synchronized KeyPair sign() {
        return newest(Role.SIGN).orElseThrow();
    }

    /** Every key that ever signed, the newest first. */
    public synchronized List<KeyPair> signers() {
        List<KeyPair> signers = new ArrayList<>(all(Role.PAST_SIGN));
        signers.add(sign());
        Collections.reverse(signers);
        return signers;
    }

    /** The key of that id that opens what is sealed, whether it is sealed to today or was once. */
    synchronized Optional<KeyPair> opening(String id) {
        return entries().stream()
                .filter(entry -> entry.role() != Role.SIGN && entry.role() != Role.PAST_SIGN)
                .map(Entry::key)
                .filter(key -> key.id().equals(id))
                .findFirst();
    }

    /** Announces a successor of the key that is sealed to, where none is announced. */
    public void announceNext() {
        change(entries -> has(entries, Role.NEXT) ? entries : add(entries, Role.NEXT));
    }

    /** The announced successor is the one that is sealed to from now on; false where none is announced, and nothing is changed. */
    public boolean rotate() {
        AtomicBoolean isTurned = new AtomicBoolean();
        change(entries -> {
            isTurned.set(has(entries, Role.NEXT));
            return isTurned.get() ? turned(entries) : entries;
        });
        return isTurned.get();
    }

    private static List<Entry> turned(List<Entry> entries) {
        List<Entry> turned = new ArrayList<>(entries);
        turned.replaceAll(entry -> switch (entry.role()) {
            case CURRENT -> new Entry(Role.PAST, entry.key());
            case NEXT -> new Entry(Role.CURRENT, entry.key());
            case PAST, SIGN, PAST_SIGN -> entry;
        });
        return turned;
    }

    /** A fresh key signs from now on, the one before it its announcement. */
    public void rotateSign() {
        change(entries -> {
            List<Entry> changed = new ArrayList<>(entries);
            changed.replaceAll(entry -> entry.role() == Role.SIGN ? new Entry(Role.PAST_SIGN, entry.key()) : entry);
            return add(changed, Role.SIGN);
        });
    }

    /** What an announcement of the keys is signed over: PLATFORM-API.md, section 3. */
    public synchronized byte[] announced() {
        return Digest.signedLines(
                "OKK1", current().id(), next().map(KeyPair::id).orElse(""), sign().id());
    }

    /** Changes the keys as the file has them, not as they were last seen here: another node may have changed them since. */
    private synchronized void change(UnaryOperator<List<Entry>> change) {
        KeyFile.Written written = file.change(change);
        entries = written.entries();
        read = written.stamp();
    }

    private static boolean has(List<Entry> entries, Role role) {
        return entries.stream().anyMatch(entry -> entry.role() == role);
    }

    private static List<Entry> add(List<Entry> entries, Role role) {
        List<Entry> more = new ArrayList<>(entries);
        more.add(new Entry(role, KeyPair.fresh()));
        return more;
    }

    private Optional<KeyPair> newest(Role role) {
        List<KeyPair> keys = all(role);
        return keys.isEmpty() ? Optional.empty() : Optional.of(keys.get(keys.size() - 1));
    }

    private List<KeyPair> all(Role role) {
        return entries().stream()
                .filter(entry -> entry.role() == role)
                .map(Entry::key)
                .toList();
    }
}
