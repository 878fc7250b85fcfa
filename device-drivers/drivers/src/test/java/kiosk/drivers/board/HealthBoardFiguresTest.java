package kiosk.drivers.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import kiosk.contracts.bench.SideBySide;
import kiosk.device.Device;
import kiosk.device.DeviceProvider;
import kiosk.device.DeviceSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What one look at twelve devices costs, in milliseconds of a processor; beside it twelve connections to one of them, opened and closed.
 * All that this process uses is counted: the thread that looks, the drivers' own threads, the virtual machine's collector and compiler.
 * The emulated far ends run in processes of their own and are not counted. A terminal looks every two seconds: twenty milliseconds are
 * one per cent of a core.
 */
@Tag("bench")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class HealthBoardFiguresTest {
    /** The processor's time is told in hundredths of a second: one look alone is too short to be measured. */
    private static final int LOOKS = 10;
    /** A terminal runs for days: what the compiler does in the first seconds is not what a look costs. */
    private static final int ROUNDS_OF_WARMING_UP = 60;

    /** A far end lets few connections wait, and drops what comes beyond; waiting costs no processor. */
    private static final long UNTIL_IT_IS_TAKEN = 1_000_000;

    private static final OperatingSystemMXBean MACHINE =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final List<Device> devices = new ArrayList<>();
    private final List<Process> farEnds = new ArrayList<>();
    private String printer = "";

    @AfterEach
    void tearDown() throws Exception {
        devices.forEach(Device::close);
        for (Process farEnd : farEnds) {
            farEnd.getOutputStream().close();
            assertThat(farEnd.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aLookAtTwelveDevices() throws Exception {
        setUp();
        setUp();
        URI one = URI.create(printer);
        new SideBySide("health-board", ROUNDS_OF_WARMING_UP, 30)
                .measure(
                        () -> processor(this::look),
                        () -> processor(() -> {
                            for (int i = 0; i < devices.size(); i++) {
                                new Socket(one.getHost(), one.getPort()).close();
                                LockSupport.parkNanos(UNTIL_IT_IS_TAKEN);
                            }
                        }));
    }

    private void look() {
        assertThat(devices).hasSize(12).allMatch(it -> it.health().usable());
    }

    private static long processor(SideBySide.Deed deed) throws Exception {
        long begun = MACHINE.getProcessCpuTime();
        for (int i = 0; i < LOOKS; i++) {
            deed.run();
        }
        return (MACHINE.getProcessCpuTime() - begun) / LOOKS;
    }

    private void setUp() throws IOException {
        Process far = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FarEnds.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        farEnds.add(far);
        BufferedReader says = new BufferedReader(new InputStreamReader(far.getInputStream(), StandardCharsets.UTF_8));
        for (String line = says.readLine(); line != null && !line.isEmpty(); line = says.readLine()) {
            List<String> words = List.of(line.split(" "));
            open(
                    words.get(0),
                    words.stream()
                            .skip(1)
                            .map(word -> word.split("=", 2))
                            .collect(Collectors.toMap(option -> option[0], option -> option[1])));
        }
    }

    private void open(String driver, Map<String, String> options) {
        printer = options.getOrDefault("uri", printer);
        DeviceProvider provider = ServiceLoader.load(DeviceProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(it -> it.driver().equals(driver))
                .findFirst()
                .orElseThrow();
        devices.add(provider.open(new DeviceSettings(driver, options)));
    }
}
