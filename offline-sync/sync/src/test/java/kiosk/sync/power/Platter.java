package kiosk.sync.power;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import kiosk.sync.power.Traced.Wish;

/**
 * A disk that promises as little as the standards let it (POSIX, fsync): what was not synced may be there, in part, torn at 512
 * bytes, or not at all; names change in the order asked, as on a journalling file system, and surely only once their folder was
 * synced, or, for a new file's name, the file itself.
 */
final class Platter {
    private static final int SECTOR = 512;

    private final Path root;
    private final Map<Integer, Path> opened = new HashMap<>();
    private final Map<Path, Content> now = new HashMap<>();
    private Map<Path, Content> sure = new HashMap<>();
    private final List<Naming> unsure = new ArrayList<>();

    /** A disk whose folder was empty when the trace began. */
    Platter(Path root) {
        this.root = root;
    }

    /** The bytes of a file: those that are safe, and what was asked since. */
    private static final class Content {
        private byte[] safe = new byte[0];
        private final List<Wish> asked = new ArrayList<>();

        void sync() {
            safe = with(safe, asked);
            asked.clear();
        }
    }

    /** A name that changed: in {@code to} lies that content now, and in {@code from} none. */
    private record Naming(Path from, Path to, Content content) {
        void in(Map<Path, Content> names) {
            names.remove(from);
            if (!to.equals(from)) {
                names.put(to, content);
            }
        }
    }

    /** Does what was asked. */
    void apply(Wish wish) {
        switch (wish.kind()) {
            case 'C' -> create(wish);
            case 'O' -> opened.put(wish.file(), Path.of(wish.text()));
            case 'W', 'T' -> content(wish).asked.add(wish);
            case 'S' -> sync(opened.get(wish.file()));
            case 'R' -> {
                String[] names = wish.text().split("\0", 2);
                Path from = Path.of(names[0]);
                name(new Naming(from, Path.of(names[1]), now.get(from)));
                opened.replaceAll((file, path) -> path.equals(from) ? Path.of(names[1]) : path);
            }
            case 'U' -> {
                Path gone = Path.of(wish.text());
                name(new Naming(gone, gone, new Content()));
            }
            default -> {
                // a mark
            }
        }
    }

    private void create(Wish wish) {
        Path path = Path.of(wish.text());
        opened.put(wish.file(), path);
        name(new Naming(path.resolve("never"), path, new Content()));
    }

    private void name(Naming naming) {
        naming.in(now);
        unsure.add(naming);
    }

    private Content content(Wish wish) {
        return now.computeIfAbsent(opened.get(wish.file()), any -> new Content());
    }

    private void sync(Path path) {
        Content content = now.get(path);
        if (content == null) {
            if (unsure.stream().allMatch(it -> path.equals(it.to().getParent()))) {
                sure = new HashMap<>(now);
                unsure.clear();
            } else {
                settle(path);
            }
            return;
        }
        content.sync();
        if (unsure.stream().anyMatch(it -> it.content() == content && it.from().endsWith("never"))) {
            sure.put(path, content);
        }
    }

    private void settle(Path folder) {
        List<Naming> settled =
                unsure.stream().filter(it -> folder.equals(it.to().getParent())).toList();
        settled.forEach(it -> it.in(sure));
        unsure.removeAll(settled);
    }

    /** What may be found after the power went now; another for each seed. */
    void crash(Random random, Path to) throws IOException {
        Map<Path, Content> names = new HashMap<>(sure);
        int settled = random.nextInt(unsure.size() + 1);
        unsure.subList(0, settled).forEach(it -> it.in(names));
        int mood = random.nextInt(4);
        for (var each : names.entrySet()) {
            Path path = to.resolve(root.relativize(each.getKey()));
            if (!path.getFileName().toString().endsWith("-shm")) {
                Files.createDirectories(path.getParent());
                Files.write(path, with(each.getValue().safe, kept(each.getValue().asked, mood, random)));
            }
        }
    }

    private static List<Wish> kept(List<Wish> asked, int mood, Random random) {
        return switch (mood) {
            case 0 -> List.of();
            case 1 -> asked;
            case 2 -> asked.stream().filter(any -> random.nextBoolean()).toList();
            default -> asked.stream().flatMap(it -> torn(it, random).stream()).toList();
        };
    }

    private static List<Wish> torn(Wish wish, Random random) {
        if (wish.kind() != 'W') {
            return random.nextBoolean() ? List.of(wish) : List.of();
        }
        List<Wish> pieces = new ArrayList<>();
        for (int at = 0; at < wish.bytes().length; at += SECTOR) {
            if (random.nextBoolean()) {
                int end = Math.min(at + SECTOR, wish.bytes().length);
                byte[] piece = Arrays.copyOfRange(wish.bytes(), at, end);
                pieces.add(new Wish('W', wish.file(), wish.offset() + at, piece));
            }
        }
        return pieces;
    }

    private static byte[] with(byte[] safe, List<Wish> asked) {
        byte[] bytes = safe.clone();
        for (Wish wish : asked) {
            int end = (int) wish.offset() + wish.bytes().length;
            if (wish.kind() == 'T' || end > bytes.length) {
                bytes = Arrays.copyOf(bytes, end);
            }
            System.arraycopy(wish.bytes(), 0, bytes, (int) wish.offset(), wish.bytes().length);
        }
        return bytes;
    }
}
