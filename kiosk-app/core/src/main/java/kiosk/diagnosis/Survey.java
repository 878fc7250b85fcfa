package kiosk.diagnosis;

import java.util.List;
import java.util.Optional;

/** What one look at the line and the host brought: the stations in their order, the departments last. */
public record Survey(List<HopResult> hops, HostFigures host) {
    /** Keeps the list from changing. */
    public Survey {
        hops = List.copyOf(hops);
    }

    /** The result at one station before the departments, if it was looked at. */
    public Optional<HopResult> at(Hop hop) {
        return hops.stream().filter(it -> it.hop() == hop).findFirst();
    }

    /**
     * Where the line breaks: the first station that failed after the last one that was passed. A router that answers no one is no
     * break while the platform behind it answers.
     */
    public Optional<HopResult> breaks() {
        List<HopResult> line =
                hops.stream().filter(it -> it.hop() != Hop.DEPARTMENT).toList();
        int lastPassed = -1;
        for (int i = 0; i < line.size(); i++) {
            lastPassed = line.get(i).passed() ? i : lastPassed;
        }
        return line.stream()
                .skip(lastPassed + 1L)
                .filter(it -> it.outcome() == HopResult.Outcome.FAILED)
                .findFirst();
    }
}
