package kiosk.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kiosk.diagnosis.HopResult.Outcome;
import kiosk.diagnosis.HopResult.Trouble;

/** Where the line breaks; what lies behind the break is not judged. */
final class LineRules {
    static final List<Diagnosis.Rule> ALL = List.of(LineRules::line, LineRules::departments);

    private LineRules() {}

    private static Stream<Diagnosis> line(Findings findings) {
        return findings.survey().breaks().stream()
                .flatMap(it -> suspect(it, HostRules.clockWrong(findings.survey())).stream())
                .map(Diagnosis::of);
    }

    private static Optional<Suspect> suspect(HopResult broken, boolean clockWrong) {
        return switch (broken.hop()) {
            case LINK -> Optional.of(Suspect.LINE_DOWN);
            case ADDRESS -> Optional.of(Suspect.NO_ADDRESS);
            case GATEWAY -> Optional.of(Suspect.GATEWAY_GONE);
            case NAME -> Optional.of(Suspect.NAME_SERVER);
            case TLS, PLATFORM -> broken.trouble().flatMap(it -> behindTheName(it, clockWrong));
            case DEPARTMENT -> Optional.empty();
        };
    }

    private static Optional<Suspect> behindTheName(Trouble trouble, boolean clockWrong) {
        return switch (trouble) {
            case EXPIRED -> unless(clockWrong, Suspect.CERTIFICATE_EXPIRED);
            case NOT_YET_VALID -> unless(clockWrong, Suspect.CERTIFICATE_NOT_YET_VALID);
            case UNKNOWN_AUTHORITY -> Optional.of(Suspect.CERTIFICATE_UNTRUSTED);
            case OTHER_HOST -> Optional.of(Suspect.CERTIFICATE_OTHER_HOST);
            case NO_HANDSHAKE -> Optional.of(Suspect.ENCRYPTION_REFUSED);
            case NOT_THE_PLATFORM -> Optional.of(Suspect.PORTAL_IN_BETWEEN);
            case NOT_ADMITTED -> Optional.of(Suspect.TERMINAL_NOT_ADMITTED);
            case NO_LINK, NO_ADDRESS, NO_ROUTE, UNKNOWN_NAME, SILENT, REFUSED, OUT_OF_ORDER ->
                Optional.of(Suspect.PLATFORM_DOWN);
        };
    }

    private static Optional<Suspect> unless(boolean clockWrong, Suspect suspect) {
        return clockWrong ? Optional.empty() : Optional.of(suspect);
    }

    private static Stream<Diagnosis> departments(Findings findings) {
        return findings.survey().hops().stream()
                .filter(it -> it.outcome() == Outcome.FAILED)
                .flatMap(it -> it.department().stream())
                .map(Diagnosis::of);
    }
}
