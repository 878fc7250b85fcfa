package kiosk.drivers.idcard;

import kiosk.contracts.IdCardBench;
import kiosk.contracts.IdCardReaderContract;
import kiosk.drivers.peers.Contract;
import kiosk.drivers.peers.Tool;

@Contract(driver = "sdt-serial", farEnd = "socat", needs = Tool.SOCAT)
class SdtCardReaderOnSocatTest extends IdCardReaderContract {
    @Override
    protected IdCardBench bench() {
        return SdtBench.behindSocat();
    }
}
