package kiosk.platform;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiosk.submission.Outbox.Waiting;
import kiosk.submission.SubmissionId;

/**
 * What a person handed in: here and not delivered, and at the platform.
 *
 * @param here what waits at this terminal, newest first
 * @param told what the platform tells, newest first; empty where it was not reached
 */
public record Cases(List<Waiting> here, Optional<List<CaseStatus>> told) {
    /** Keeps the lists from changing. */
    public Cases {
        here = List.copyOf(here);
        told = told.map(List::copyOf);
    }

    /** What both know is told by the platform: its answer is the newer one. */
    public static Cases of(Optional<List<CaseStatus>> told, List<Waiting> here) {
        Set<SubmissionId> arrived = new HashSet<>();
        told.orElse(List.of()).forEach(it -> arrived.add(it.id()));
        return new Cases(here.stream().filter(it -> !arrived.contains(it.id())).toList(), told);
    }

    /** The case of that id at the platform. */
    public Optional<CaseStatus> told(SubmissionId id) {
        return told.orElse(List.of()).stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /** Whether what puts that case right was handed in here and is on its way: under one number a case is put right once. */
    public boolean onItsWay(CaseStatus status) {
        return here.stream().anyMatch(it -> !it.stuck() && it.number().equals(Optional.of(status.number())));
    }

    @Override
    public String toString() {
        return "Cases[" + here.size() + " here]";
    }
}
