package kiosk.drivers.smartcard;

import java.time.Duration;
import java.util.List;
import kiosk.contracts.SocialCardBench;
import kiosk.contracts.SocialCardReaderContract;
import kiosk.drivers.peers.Contract;
import kiosk.drivers.peers.PcscdPeer;
import kiosk.drivers.peers.Tool;
import kiosk.emulators.smartcard.SocialCardEmulator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Contract(
        driver = "pcsc-social",
        farEnd = "pcscd",
        needs = {Tool.PCSCD, Tool.IFD_HEADERS, Tool.GCC})
@Execution(ExecutionMode.SAME_THREAD)
class PcscSocialCardReaderOnPcscdTest extends SocialCardReaderContract {
    private static SocialCardEmulator emulator;
    private static PcscdPeer service;

    @BeforeAll
    static void startService() {
        emulator = SocialCardEmulator.on(0).pace(Duration.ZERO);
        service = new PcscdPeer(List.of(emulator.address()));
    }

    @AfterAll
    static void stopService() {
        service.close();
        emulator.close();
    }

    @Override
    protected SocialCardBench bench() {
        return new PcscdBench(service, emulator, 0);
    }
}
