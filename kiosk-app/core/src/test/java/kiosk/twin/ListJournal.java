package kiosk.twin;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import kiosk.journal.Journal;
import kiosk.journal.Occurrence;

/** A journal one can read back. */
public final class ListJournal implements Journal {
    public record Note(Occurrence occurrence, List<Figure> figures) {}

    private final List<Note> notes = new CopyOnWriteArrayList<>();

    @Override
    public void note(Occurrence occurrence, Figure... figures) {
        notes.add(new Note(occurrence, List.of(figures)));
    }

    public List<Note> notes() {
        return List.copyOf(notes);
    }

    public List<Occurrence> occurrences() {
        return notes.stream().map(Note::occurrence).toList();
    }
}
