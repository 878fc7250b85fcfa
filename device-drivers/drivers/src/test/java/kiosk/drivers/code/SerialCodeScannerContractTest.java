package kiosk.drivers.code;

import java.util.Map;
import kiosk.contracts.CodeScannerBench;
import kiosk.contracts.CodeScannerContract;
import kiosk.drivers.peers.Contract;
import kiosk.emulators.serial.Pace;

@Contract(driver = "serial-code", farEnd = "emulator")
class SerialCodeScannerContractTest extends CodeScannerContract {
    @Override
    protected CodeScannerBench bench() {
        return new CodeBench(Pace.none(), Map.of());
    }
}
