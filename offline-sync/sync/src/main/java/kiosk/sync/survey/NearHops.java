package kiosk.sync.survey;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import kiosk.diagnosis.Hop;
import kiosk.diagnosis.HopResult;
import kiosk.diagnosis.HopResult.Trouble;
import kiosk.sync.survey.Machine.Port;

/** The stations before the platform's name: cable, address and router. */
final class NearHops {
    private static final Duration ROUTER_ANSWERS_WITHIN = Duration.ofSeconds(1);

    private final Machine machine;

    NearHops(Machine machine) {
        this.machine = machine;
    }

    HopResult link() {
        return some(Hop.LINK, Port::up, Trouble.NO_LINK);
    }

    HopResult address() {
        return some(Hop.ADDRESS, port -> port.up() && port.addresses() > 0, Trouble.NO_ADDRESS);
    }

    private HopResult some(Hop hop, Predicate<Port> well, Trouble otherwise) {
        long begun = System.nanoTime();
        List<Port> ports = machine.ports().get();
        Optional<Port> found = ports.stream().filter(well).findFirst();
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        return found.map(it -> HopResult.proven(hop, it.name(), took))
                .orElseGet(() -> HopResult.failed(hop, otherwise, ports.size() + " interfaces", took));
    }

    /** A router need not answer anybody; one that the kernel knows the hardware address of has been heard. */
    HopResult gateway() throws InterruptedException {
        Optional<String> router = machine.lines("net/route").stream()
                .flatMap(line -> Routes.gateway(line).stream())
                .findFirst();
        if (router.isEmpty()) {
            return HopResult.failed(Hop.GATEWAY, Trouble.NO_ROUTE, "no default route", Duration.ZERO);
        }
        String address = router.get();
        Bounded<Boolean> knock = Bounded.begin(() -> answers(address));
        boolean answered = knock.within(ROUTER_ANSWERS_WITHIN.multipliedBy(2)).orElse(false);
        if (answered) {
            return HopResult.proven(Hop.GATEWAY, address, knock.took());
        }
        boolean heard = machine.lines("net/arp").stream().anyMatch(line -> Routes.heard(line, address));
        return heard
                ? HopResult.contacted(Hop.GATEWAY, address, knock.took())
                : HopResult.failed(Hop.GATEWAY, Trouble.SILENT, address, knock.took());
    }

    private static boolean answers(String address) {
        try {
            return InetAddress.getByName(address).isReachable((int) ROUTER_ANSWERS_WITHIN.toMillis());
        } catch (UnknownHostException notAnAddress) {
            throw new IllegalArgumentException("a route leads to no address", notAnAddress);
        } catch (IOException unreachable) {
            return false;
        }
    }
}
