package kiosk.diagnosis;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kiosk.diagnosis.HopResult.Trouble;
import kiosk.diagnosis.HostFigures.Database;
import kiosk.diagnosis.HostFigures.Room;

/** What is wrong with the machine itself; it comes first, because devices and line suffer from it. */
final class HostRules {
    /** With less the queue takes nothing in. */
    static final long FULL_BYTES = 256L << 20;

    /** One-time codes and certificates bear no more; the platform's answer tells whole seconds. */
    static final Duration WRONG_BY = Duration.ofMinutes(2);

    static final List<Diagnosis.Rule> ALL =
            List.of(HostRules::database, HostRules::failing, HostRules::disk, HostRules::clock);

    private HostRules() {}

    private static Stream<Diagnosis> database(Findings findings) {
        return told(findings.survey().host().database() == Database.CORRUPT, Suspect.DATABASE_CORRUPT);
    }

    private static Stream<Diagnosis> failing(Findings findings) {
        return told(findings.survey().host().database() == Database.UNREADABLE, Suspect.DISK_FAILS);
    }

    private static Stream<Diagnosis> disk(Findings findings) {
        return told(full(findings.survey().host().disk()), Suspect.DISK_FULL);
    }

    static boolean full(Room disk) {
        return disk.known() && disk.free() < FULL_BYTES;
    }

    private static Stream<Diagnosis> clock(Findings findings) {
        return told(clockWrong(findings.survey()), Suspect.CLOCK_WRONG);
    }

    /** A certificate not begun is a clock in the past, unless the clock is known to be right: nobody uses one before its time. */
    static boolean clockWrong(Survey survey) {
        Optional<Duration> ahead = survey.host().clockAhead();
        return ahead.map(it -> it.abs().compareTo(WRONG_BY) > 0)
                .orElseGet(() -> survey.at(Hop.TLS)
                        .flatMap(HopResult::trouble)
                        .filter(it -> it == Trouble.NOT_YET_VALID)
                        .isPresent());
    }

    static Stream<Diagnosis> told(boolean so, Suspect suspect) {
        return so ? Stream.of(Diagnosis.of(suspect)) : Stream.empty();
    }
}
