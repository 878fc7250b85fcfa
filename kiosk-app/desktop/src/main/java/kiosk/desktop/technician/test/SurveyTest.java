package kiosk.desktop.technician.test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import kiosk.desktop.technician.test.Guide.Hops;
import kiosk.diagnosis.Diagnosis;
import kiosk.diagnosis.Findings;
import kiosk.diagnosis.HopResult;
import kiosk.diagnosis.HostFigures;
import kiosk.diagnosis.HostFigures.Room;
import kiosk.diagnosis.SiteSurvey;
import kiosk.diagnosis.Survey;
import kiosk.diagnosis.Suspect;
import kiosk.upkeep.Subject;

/** A look at the line or the machine itself; what is wrong there, the diagnosis decides. */
final class SurveyTest implements GuidedTest {
    private static final long MEGABYTE = 1L << 20;

    private final Subject subject;
    private final SiteSurvey survey;

    SurveyTest(Subject subject, SiteSurvey survey) {
        this.subject = subject;
        this.survey = survey;
    }

    @Override
    public Finding run(Guide guide) throws InterruptedException {
        guide.says("test.survey-looking");
        List<HopResult> hops = new ArrayList<>();
        Survey seen = survey.look(hop -> {
            hops.add(hop);
            if (subject == Subject.NETWORK) {
                guide.shows(new Hops(hops));
            }
        });
        HostFigures host = seen.host();
        return switch (subject) {
            case NETWORK -> line(guide, seen);
            case CLOCK -> clock(seen);
            case DISK -> room(host.disk(), seen, Set.of(Suspect.DISK_FULL, Suspect.DISK_LOW));
            case MEMORY -> room(host.memory(), seen, Set.of(Suspect.MEMORY_LOW));
            case DATABASE ->
                Finding.of(
                        host.database() == HostFigures.Database.SOUND,
                        Map.of("sound", host.database() == HostFigures.Database.SOUND ? 1L : 0L));
            default -> throw new IllegalStateException("no survey shows " + subject);
        };
    }

    private static Finding line(Guide guide, Survey seen) {
        guide.shows(new Hops(seen.hops()));
        Map<String, Long> figures = new HashMap<>();
        for (HopResult hop : seen.hops()) {
            String word = hop.department()
                    .map(it -> "department-" + it.word())
                    .orElse(hop.hop().name().toLowerCase(Locale.ROOT));
            figures.put(word + "-passed", hop.passed() ? 1L : 0L);
            figures.put(word + "-ms", hop.took().toMillis());
        }
        boolean whole = seen.breaks().isEmpty()
                && seen.hops().stream().noneMatch(it -> it.department().isPresent() && !it.passed());
        return Finding.of(whole, figures);
    }

    private static Finding clock(Survey seen) {
        boolean known = seen.host().clockAhead().isPresent();
        long ahead = seen.host().clockAhead().map(Duration::toSeconds).orElse(0L);
        boolean right = known && !suspects(seen).contains(Suspect.CLOCK_WRONG);
        return Finding.of(right, Map.of("compared", known ? 1L : 0L, "ahead-s", ahead));
    }

    private static Finding room(Room room, Survey seen, Set<Suspect> wrong) {
        boolean enough = room.known() && suspects(seen).stream().noneMatch(wrong::contains);
        return Finding.of(enough, Map.of("free-mb", room.free() / MEGABYTE, "total-mb", room.total() / MEGABYTE));
    }

    private static List<Suspect> suspects(Survey seen) {
        return Diagnosis.of(new Findings(Map.of(), Map.of(), seen)).stream()
                .map(Diagnosis::suspect)
                .toList();
    }
}
