package kiosk.drivers.code;

import java.util.Map;
import kiosk.contracts.CodeScannerBench;
import kiosk.contracts.CodeScannerContract;
import kiosk.emulators.serial.Pace;

class SerialCodeScannerContractTest extends CodeScannerContract {
    @Override
    protected CodeScannerBench bench() {
        return new CodeBench(Pace.none(), Map.of());
    }
}
