package kiosk.desktop.technician.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import kiosk.catalogue.Department;
import kiosk.desktop.Samples;
import kiosk.device.AbsentDevice;
import kiosk.diagnosis.Hop;
import kiosk.diagnosis.HopResult;
import kiosk.diagnosis.HostFigures;
import kiosk.diagnosis.HostFigures.Database;
import kiosk.diagnosis.HostFigures.Room;
import kiosk.diagnosis.SiteSurvey;
import kiosk.diagnosis.Survey;
import kiosk.upkeep.Subject;
import kiosk.upkeep.TestRecord.Verdict;
import org.junit.jupiter.api.Test;

class SurveyTestTest {
    private final ScriptedGuide guide = new ScriptedGuide();

    private static SiteSurvey survey(HopResult last, Duration ahead, Room disk, Database database) {
        HostFigures host = new HostFigures(
                Instant.EPOCH, Optional.of(ahead), disk, new Room(1L << 31, 1L << 32), Optional.empty(), database, 0);
        return meanwhile -> {
            meanwhile.accept(last);
            return new Survey(List.of(last), host);
        };
    }

    @Test
    void lineClockDiskAndDatabaseAreJudgedByWhatIsMeasured() throws Exception {
        HopResult well = HopResult.proven(Hop.PLATFORM, "", Duration.ofMillis(9));
        HopResult down = HopResult.failed(Hop.PLATFORM, HopResult.Trouble.SILENT, "", Duration.ofMillis(9));
        HopResult tax = HopResult.failed(Hop.DEPARTMENT, HopResult.Trouble.SILENT, "", Duration.ofMillis(9))
                .of(Department.TAX);
        SiteSurvey good = survey(well, Duration.ofSeconds(1), new Room(1L << 40, 1L << 41), Database.SOUND);
        SiteSurvey bad = survey(down, Duration.ofHours(3), new Room(1, 1L << 41), Database.CORRUPT);
        for (Subject subject : EnumSet.of(Subject.NETWORK, Subject.CLOCK, Subject.DISK, Subject.DATABASE)) {
            assertThat(new SurveyTest(subject, good).run(guide).verdict())
                    .as("%s", subject)
                    .isEqualTo(Verdict.PASSED);
            assertThat(new SurveyTest(subject, bad).run(guide).verdict())
                    .as("%s", subject)
                    .isEqualTo(Verdict.FAILED);
        }
        assertThat(new SurveyTest(Subject.MEMORY, good).run(guide).figures()).containsEntry("total-mb", 4096L);
        SiteSurvey away = survey(tax, Duration.ZERO, Room.UNKNOWN, Database.UNKNOWN);
        assertThat(new SurveyTest(Subject.NETWORK, away).run(guide).figures())
                .containsEntry("department-tax-passed", 0L);
        assertThat(new SurveyTest(Subject.DISK, away).run(guide).verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void everySubjectButTheScreenHasItsTest() {
        TestShelf shelf = new TestShelf(
                AbsentDevice.none(),
                survey(HopResult.proven(Hop.LINK, "", Duration.ZERO), Duration.ZERO, Room.UNKNOWN, Database.UNKNOWN),
                Samples.CLOCK);
        EnumSet.complementOf(EnumSet.of(Subject.TOUCH_SCREEN))
                .forEach(it -> assertThat(shelf.of(it)).isNotNull());
    }
}
