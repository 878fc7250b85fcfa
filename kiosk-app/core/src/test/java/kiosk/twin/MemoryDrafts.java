package kiosk.twin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiosk.identity.CardImprint;
import kiosk.submission.Draft;
import kiosk.submission.Drafts;

/** Drafts in memory; what a power cut leaves. */
public final class MemoryDrafts implements Drafts {
    private final List<Draft> kept = new ArrayList<>();
    private volatile boolean open = true;

    /** What is kept, the last first. */
    public synchronized List<Draft> kept() {
        return List.copyOf(kept);
    }

    /** From now on nothing is kept. */
    public void shut() {
        open = false;
    }

    @Override
    public boolean open() {
        return open;
    }

    @Override
    public synchronized void keep(Draft draft) {
        forget(draft.card(), draft.item());
        kept.add(0, draft);
    }

    @Override
    public synchronized Optional<Draft> find(CardImprint card) {
        return kept.stream().filter(it -> it.card().equals(card)).findFirst();
    }

    @Override
    public synchronized void forget(CardImprint card, String item) {
        kept.removeIf(it -> it.card().equals(card) && it.item().equals(item));
    }
}
