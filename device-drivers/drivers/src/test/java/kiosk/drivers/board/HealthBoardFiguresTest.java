package kiosk.drivers.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import kiosk.contracts.bench.SideBySide;
import kiosk.device.Device;
import kiosk.device.DeviceProvider;
import kiosk.device.DeviceSettings;
import kiosk.emulators.code.CodeScannerEmulator;
import kiosk.emulators.escpos.ReceiptPrinterEmulator;
import kiosk.emulators.escpos.TicketInk;
import kiosk.emulators.idcard.SdtEmulator;
import kiosk.emulators.ipp.IppPrinterEmulator;
import kiosk.emulators.scanner.SaneEmulator;
import kiosk.emulators.serial.Pace;
import kiosk.emulators.serial.Pty;
import kiosk.emulators.smartcard.SocialCardEmulator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What one look at twelve devices costs, in milliseconds of a processor, the emulators at their far ends included; beside it twelve
 * connections to one of them, opened and closed. A terminal looks every two seconds: twenty milliseconds are one per cent of a core.
 */
@Tag("bench")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class HealthBoardFiguresTest {
    /** The processor's time is told in hundredths of a second: one look alone is too short to be measured. */
    private static final int LOOKS = 10;

    private static final OperatingSystemMXBean MACHINE =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final List<Device> devices = new ArrayList<>();
    private final Deque<AutoCloseable> farEnds = new ArrayDeque<>();

    @Test
    void aLookAtTwelveDevices() throws Exception {
        try {
            setUp();
            setUp();
            URI printer = farEnd(IppPrinterEmulator.start(0)).address();
            new SideBySide("health-board", 4, 30)
                    .measure(
                            () -> processor(this::look),
                            () -> processor(() -> {
                                for (int i = 0; i < devices.size(); i++) {
                                    new Socket(printer.getHost(), printer.getPort()).close();
                                }
                            }));
        } finally {
            devices.forEach(Device::close);
            while (!farEnds.isEmpty()) {
                farEnds.pop().close();
            }
        }
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

    private void setUp() {
        open(
                "sdt-serial",
                Map.of("port", farEnd(new SdtEmulator(Pty.open(), Pace.none())).path()));
        open(
                "serial-code",
                Map.of(
                        "port",
                        farEnd(new CodeScannerEmulator(Pty.open(), Pace.none())).path()));
        open(
                "pcsc-social",
                Map.of(
                        "provider",
                        "kiosk.emulators.smartcard.VirtualPcsc",
                        "provider-argument",
                        farEnd(SocialCardEmulator.on(0)).address()));
        open(
                "sane-net",
                Map.of(
                        "host",
                        "127.0.0.1",
                        "port",
                        String.valueOf(farEnd(SaneEmulator.on(0)).port())));
        open("ipp", Map.of("uri", farEnd(IppPrinterEmulator.start(0)).address().toString()));
        open(
                "escpos-serial",
                Map.of(
                        "port",
                        farEnd(ReceiptPrinterEmulator.onSerial(TicketInk.none()))
                                .address()));
    }

    private <T extends AutoCloseable> T farEnd(T emulator) {
        farEnds.push(emulator);
        return emulator;
    }

    private void open(String driver, Map<String, String> options) {
        DeviceProvider provider = ServiceLoader.load(DeviceProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(it -> it.driver().equals(driver))
                .findFirst()
                .orElseThrow();
        devices.add(provider.open(new DeviceSettings(driver, options)));
    }
}
