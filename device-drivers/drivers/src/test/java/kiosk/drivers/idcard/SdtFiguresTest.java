package kiosk.drivers.idcard;

import static kiosk.contracts.FictionalCards.ZHANG;
import static org.assertj.core.api.Assertions.assertThat;

import com.fazecast.jSerialComm.SerialPort;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import kiosk.contracts.bench.SideBySide;
import kiosk.device.IdCardReader;
import kiosk.device.IdCardReader.Read;
import kiosk.emulators.idcard.CardImage;
import kiosk.emulators.serial.Pace;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How long a read of a card takes, over a line that is as fast as the real one. */
@Tag("bench")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class SdtFiguresTest {
    private static final int BAUD = 115200;
    private static final int HEADER = 7;
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final List<Integer> A_READ =
            List.of(SdtReading.FIND, SdtReading.SELECT, SdtReading.READ, SdtReading.NEW_ADDRESS);

    @Test
    void aReadBesideTheTimeOfItsBytesOnTheWire() throws Exception {
        try (SdtBench bench = new SdtBench(Pace.of(BAUD), Map.of());
                IdCardReader reader = bench.reader()) {
            assertThat(reader.health().usable()).isTrue();
            new SideBySide("id-card-read", 10, 100)
                    .measure(
                            () -> read(bench, reader),
                            () -> bench.emulator.wireTimeOfTheLastRead(BAUD).toNanos());
        }
    }

    @Test
    void aReadBesideTheSameBytesByTheSerialLibraryAlone() throws Exception {
        try (SdtBench bench = new SdtBench(Pace.of(BAUD), Map.of());
                SdtBench other = new SdtBench(Pace.of(BAUD), Map.of());
                IdCardReader reader = bench.reader()) {
            SerialPort port = bare(other.emulator.path());
            new SideBySide("id-card-read-beside-jserialcomm", 10, 100)
                    .measure(() -> read(bench, reader), () -> bareRead(other, port));
            port.closePort();
        }
    }

    private static void lay(SdtBench bench) {
        bench.emulator.layCard(CardImage.of(ZHANG).withNewAddress("上海市浦东新区测试路88号"));
    }

    private static long read(SdtBench bench, IdCardReader reader) throws Exception {
        lay(bench);
        return SideBySide.timed(() -> assertThat(reader.read(SOON)).isInstanceOf(Read.class))
                .nanos();
    }

    private static SerialPort bare(String path) {
        SerialPort port = SerialPort.getCommPort(path);
        port.setComPortParameters(BAUD, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
        port.setComPortTimeouts(SerialPort.TIMEOUT_READ_BLOCKING, 1000, 0);
        assertThat(port.openPort(0)).isTrue();
        return port;
    }

    private static long bareRead(SdtBench bench, SerialPort port) throws Exception {
        lay(bench);
        return SideBySide.timed(() -> {
                    for (int command : A_READ) {
                        byte[] request = SdtFrame.request(command);
                        assertThat(port.writeBytes(request, request.length)).isEqualTo(request.length);
                        byte[] header = new byte[HEADER];
                        assertThat(port.readBytes(header, HEADER)).isEqualTo(HEADER);
                        int length = ByteBuffer.wrap(header).getShort(HEADER - 2);
                        assertThat(port.readBytes(new byte[length], length)).isEqualTo(length);
                    }
                })
                .nanos();
    }
}
