package kiosk.drivers.ipp;

import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.model.JobState;
import com.hp.jipp.model.Types;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import kiosk.device.Fault;
import kiosk.device.Fault.Cause;

/**
 * Where a job is, as the answer to Get-Job-Attributes says (RFC 8011 section 5.3.7).
 *
 * @param sheets how many are out; empty if the printer does not count
 */
record JobReport(int state, List<String> reasons, OptionalInt sheets) {
    private static final int PENDING = 3;
    private static final int HELD = 4;
    private static final int STOPPED = 6;
    private static final int CANCELED = 7;
    private static final int COMPLETED = 9;

    static JobReport of(IppPacket answer) throws IppFailure {
        JobState state = IppValues.first(answer, Tag.jobAttributes, Types.jobState)
                .orElseThrow(() -> IppFailure.unknown(Cause.GARBLED, "no job-state"));
        OptionalInt sheets = Stream.of(Types.jobImpressionsCompleted, Types.jobMediaSheetsCompleted)
                .flatMap(type -> IppValues.first(answer, Tag.jobAttributes, type).stream())
                .filter(count -> count >= 0)
                .mapToInt(Integer::intValue)
                .max();
        return new JobReport(state.getCode(), answer.getStrings(Tag.jobAttributes, Types.jobStateReasons), sheets);
    }

    boolean ended() {
        return state >= CANCELED;
    }

    boolean completed() {
        return state == COMPLETED;
    }

    /** Whether the printer says that nothing came out; one that does not count says nothing. */
    boolean nothingOut() {
        return sheets.isPresent() && sheets.getAsInt() == 0;
    }

    /** The fault of a job that is not getting on or was cut short, when the printer itself names none. */
    Fault fault() {
        Cause cause = switch (state) {
            case PENDING -> Cause.BUSY;
            case HELD, STOPPED, CANCELED, COMPLETED -> Cause.STOPPED;
            default -> ended() ? causeOfAbort() : Cause.NO_ANSWER;
        };
        return new Fault(cause, "job-state=" + state + " " + String.join(" ", reasons));
    }

    private Cause causeOfAbort() {
        boolean document =
                reasons.stream().anyMatch(reason -> reason.contains("document") || reason.contains("compression"));
        return document ? Cause.MISCONFIGURED : Cause.STOPPED;
    }
}
