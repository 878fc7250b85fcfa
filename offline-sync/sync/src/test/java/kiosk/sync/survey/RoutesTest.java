package kiosk.sync.survey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kiosk.diagnosis.HopResult;
import kiosk.diagnosis.HopResult.Outcome;
import kiosk.diagnosis.HostFigures.Room;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoutesTest {
    @TempDir
    private Path proc;

    @Test
    void theRouterOfADefaultRouteIsReadAsTheKernelWritesIt() {
        assertThat(Routes.gateway("eth0\t00000000\t010200C0\t0003\t0\t0\t0\t00000000\t0\t0\t0"))
                .contains("192.0.2.1");
        assertThat(Routes.gateway("eth0\t000200C0\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0"))
                .isEmpty();
        assertThat(Routes.gateway("eth0\t00000000\t00000000\t0001\t0")).isEmpty();
        assertThat(Routes.gateway("Iface\tDestination\tGateway \tFlags\tRefCnt"))
                .isEmpty();
        assertThat(Routes.gateway("eth0\t00000000\tnonsense\t0003")).isEmpty();
        assertThat(Routes.gateway("eth0\t00000000\t010200C0\tzzzz")).isEmpty();
        assertThat(Routes.gateway("")).isEmpty();
    }

    @Test
    void aNeighbourIsHeardOnceItsHardwareAddressIsKnown() {
        String heard = "192.0.2.1 0x1 0x2 02:42:ac:11:00:02 * eth0";
        assertThat(Routes.heard(heard, "192.0.2.1")).isTrue();
        assertThat(Routes.heard(heard, "192.0.2.9")).isFalse();
        assertThat(Routes.heard("192.0.2.1 0x1 0x0 00:00:00:00:00:00 * eth0", "192.0.2.1"))
                .isFalse();
        assertThat(Routes.heard("192.0.2.1 0x1 flags 02:42:ac:11:00:02 * eth0", "192.0.2.1"))
                .isFalse();
        assertThat(Routes.heard("IP address", "192.0.2.1")).isFalse();
    }

    @Test
    void memoryAndLoadAreReadWhereTheKernelTellsThem() throws Exception {
        Files.writeString(proc.resolve("meminfo"), "MemTotal:  8000 kB\nMemFree: 10 kB\nMemAvailable:   2000 kB\n");
        Files.writeString(proc.resolve("loadavg"), "3.00 2.00 1.00 1/100 4242\n");
        HostLook host = new HostLook(new Machine(List::of, proc));
        assertThat(host.memory()).isEqualTo(new Room(2000 * 1024, 8000 * 1024));
        assertThat(host.load() * Runtime.getRuntime().availableProcessors()).isEqualTo(3);
    }

    @Test
    void whereTheKernelTellsNothingNothingIsKnown() {
        HostLook host = new HostLook(new Machine(List::of, proc));
        assertThat(host.memory().known()).isFalse();
        assertThat(host.load()).isNegative();
        assertThat(HostLook.disk(proc.resolve("gone"))).isEqualTo(Room.UNKNOWN);
    }

    @Test
    void theMachineItselfIsListedWithoutItsLoopback() {
        assertThat(Machine.real().ports().get()).noneMatch(it -> it.name().equals("lo"));
    }

    @Test
    void aRouterThatIsKnownToTheKernelButAnswersNobodyIsContacted() throws Exception {
        Files.createDirectories(proc.resolve("net"));
        Files.writeString(proc.resolve("net/route"), "eth0\t00000000\t00000000\t0002\n");
        Files.writeString(proc.resolve("net/arp"), "0.0.0.0 0x1 0x2 02:42:ac:11:00:02 * eth0\n");
        HopResult result = new NearHops(new Machine(List::of, proc)).gateway();
        assertThat(result.outcome()).isIn(Outcome.CONTACTED, Outcome.PROVEN);
    }
}
