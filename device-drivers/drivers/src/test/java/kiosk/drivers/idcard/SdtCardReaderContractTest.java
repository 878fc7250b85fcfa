package kiosk.drivers.idcard;

import java.util.Map;
import kiosk.contracts.IdCardBench;
import kiosk.contracts.IdCardReaderContract;
import kiosk.drivers.peers.Contract;
import kiosk.emulators.serial.Pace;

@Contract(driver = "sdt-serial", farEnd = "emulator")
class SdtCardReaderContractTest extends IdCardReaderContract {
    @Override
    protected IdCardBench bench() {
        return new SdtBench(Pace.none(), Map.of());
    }
}
