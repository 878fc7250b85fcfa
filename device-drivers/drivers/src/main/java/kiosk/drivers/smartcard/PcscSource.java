package kiosk.drivers.smartcard;

import java.io.Closeable;
import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.TerminalFactory;
import jnasmartcardio.Smartcardio.EstablishContextException;
import jnasmartcardio.Smartcardio.JnaCardTerminals;

/**
 * Where contexts of PC/SC come from: a provider handed over explicitly. The JDK's own provider keeps one context for the life of
 * the machine and is lost once pcscd has been restarted.
 */
final class PcscSource {
    private final Provider provider;

    PcscSource(Provider provider) {
        this.provider = provider;
    }

    /** A context of its own; whoever asked for it closes it by {@link #release}. */
    CardTerminals establish() throws CardException {
        try {
            return TerminalFactory.getInstance("PC/SC", null, provider).terminals();
        } catch (NoSuchAlgorithmException noLibraryOrNoService) {
            throw new CardException("no PC/SC on this machine, 0x8010001D", noLibraryOrNoService);
        } catch (EstablishContextException noService) {
            throw noService.getCause();
        }
    }

    static void release(CardTerminals context) throws CardException, IOException {
        if (context instanceof JnaCardTerminals system) {
            system.close();
        } else if (context instanceof Closeable other) {
            other.close();
        }
    }
}
