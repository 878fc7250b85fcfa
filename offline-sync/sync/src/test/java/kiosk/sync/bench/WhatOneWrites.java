package kiosk.sync.bench;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kiosk.sync.power.Traced;
import kiosk.sync.power.Traced.Wish;

/**
 * What a queue asks of the disk for one submission, as the traced wishes of a process of its own show it.
 *
 * @param bytes written for most of them; what a checkpoint writes now and then is not among it
 * @param syncs for each, on average
 * @param durable whether nothing that was written for any of them was still without a sync when it was said to be taken
 */
public record WhatOneWrites(int bytes, double syncs, boolean durable) {
    private static final String OURS = "OURS";
    private static final int WARM = 20;
    private static final int COUNTED = 100;
    private static final byte[] MARK = "taken\n".getBytes(StandardCharsets.UTF_8);

    /** Runs our queue in a process of its own, in that folder. */
    static WhatOneWrites ofOurs(Path folder) throws Exception {
        return of(OURS, folder);
    }

    /** Runs another queue in a process of its own, in that folder. */
    static WhatOneWrites of(Which which, Path folder) throws Exception {
        return of(which.name(), folder);
    }

    private static WhatOneWrites of(String which, Path folder) throws Exception {
        Path queue = Files.createDirectories(folder.resolve("queue"));
        List<Wish> wishes = Traced.builtIn(folder).run(WhatOneWrites.class, queue, Map.of(), which);
        List<Integer> bytes = new ArrayList<>();
        Set<Integer> unsynced = new HashSet<>();
        int taken = 0;
        int syncs = 0;
        int written = 0;
        boolean durable = true;
        for (Wish wish : wishes) {
            if (wish.kind() == 'M') {
                taken++;
                durable &= taken <= WARM || unsynced.isEmpty();
                if (taken > WARM) {
                    bytes.add(written);
                }
                syncs = taken <= WARM ? 0 : syncs;
                written = 0;
                unsynced.clear();
            } else if (wish.kind() == 'W') {
                written += wish.bytes().length;
                unsynced.add(wish.file());
            } else if (wish.kind() == 'S') {
                syncs++;
                unsynced.remove(wish.file());
            }
        }
        bytes.sort(null);
        return new WhatOneWrites(bytes.get(bytes.size() / 2), (double) syncs / COUNTED, durable);
    }

    private static Queue opened(String which, Path folder) throws Exception {
        return which.equals(OURS) ? new Ours(folder) : Which.valueOf(which).open(folder, (id, body) -> {});
    }

    /** The folder, and which queue. */
    public static void main(String[] values) throws Exception {
        Path folder = Path.of(values[0]);
        try (OutputStream marks = Files.newOutputStream(
                        folder.resolve("MARKS"), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                Queue queue = opened(values[1], folder)) {
            for (int i = 0; i < WARM + COUNTED; i++) {
                queue.enqueue(Payload.id(), Payload.fresh());
                marks.write(MARK);
            }
            System.exit(0);
        }
    }
}
