package kiosk.drivers.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kiosk.drivers.truth.PaperPeer.Out;
import kiosk.drivers.truth.PaperPeer.Said;

/** What drivers said of many documents, held against what came out. */
final class Tally {
    private final Map<String, Map<String, Integer>> byHurt = new TreeMap<>();
    private final Map<String, Integer> byPeer = new TreeMap<>();
    private final List<String> wrongs = new ArrayList<>();
    private int jobs;
    private int falseSuccesses;
    private int falseFailures;
    private int withoutPaper;
    private int lost;
    private int late;
    private int doubles;

    /** One document's story: what was said at each attempt, the last one first asked again only after NOT_PRINTED; whether each time in time. */
    record Story(String peer, String document, String hurt, List<Said> said, boolean answered) {
        boolean ends(Said as) {
            return answered && said.get(said.size() - 1) == as;
        }

        /** Whether the answer leaves the citizen with a claim to the paper: then nobody goes home with nothing. */
        boolean leavesAClaim() {
            return ends(Said.NOT_PRINTED) || ends(Said.UNCERTAIN);
        }
    }

    synchronized void judge(Story story, Out out) {
        jobs++;
        byPeer.merge(story.peer(), 1, Integer::sum);
        Map<String, Integer> counts = byHurt.computeIfAbsent(story.hurt(), hurt -> new TreeMap<>());
        counts.merge("jobs", 1, Integer::sum);
        counts.merge(story.said().get(0).name(), 1, Integer::sum);
        falseSuccesses += wrong(story.ends(Said.PRINTED) && out.whole() == 0, "false success", story, out);
        withoutPaper += out.whole() == 0 && story.leavesAClaim() ? 1 : 0;
        lost += wrong(out.whole() == 0 && !story.leavesAClaim(), "lost", story, out);
        late += wrong(!story.answered(), "no answer in time", story, out);
        doubles += wrong(out.begun() > 1, "silent double", story, out);
        falseFailures += wrong(story.ends(Said.NOT_PRINTED) && out.begun() > 0, "false failure", story, out);
    }

    private int wrong(boolean wrong, String name, Story story, Out out) {
        if (wrong) {
            wrongs.add(name + ": " + story + " " + out);
        }
        return wrong ? 1 : 0;
    }

    synchronized int jobs() {
        return jobs;
    }

    /** A sentence for each document the drivers did not tell the truth about. */
    synchronized List<String> wrongs() {
        return List.copyOf(wrongs);
    }

    synchronized String json(long seed) {
        String hurts = byHurt.entrySet().stream()
                .map(hurt -> "    \"" + hurt.getKey() + "\": {" + members(hurt.getValue()) + "}")
                .collect(Collectors.joining(",\n"));
        return """
                {
                  "jobs": %d,
                  "falseSuccesses": %d,
                  "withoutPaper": %d,
                  "lostDocuments": %d,
                  "lateAnswers": %d,
                  "silentDoubles": %d,
                  "falseFailures": %d,
                  "seed": %d,
                  "byPeer": {%s},
                  "byFault": {
                %s
                  }
                }
                """.formatted(
                jobs, falseSuccesses, withoutPaper, lost, late, doubles, falseFailures, seed, members(byPeer), hurts);
    }

    private static String members(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(count -> "\"" + count.getKey() + "\": " + count.getValue())
                .collect(Collectors.joining(", "));
    }
}
