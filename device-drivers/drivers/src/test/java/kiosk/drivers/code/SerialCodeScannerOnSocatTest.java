package kiosk.drivers.code;

import kiosk.contracts.CodeScannerBench;
import kiosk.contracts.CodeScannerContract;
import kiosk.drivers.peers.Contract;
import kiosk.drivers.peers.Tool;

@Contract(driver = "serial-code", farEnd = "socat", needs = Tool.SOCAT)
class SerialCodeScannerOnSocatTest extends CodeScannerContract {
    @Override
    protected CodeScannerBench bench() {
        return CodeBench.behindSocat();
    }
}
