package kiosk.emulators.smartcard;

import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminals;
import javax.smartcardio.TerminalFactorySpi;
import org.jspecify.annotations.Nullable;

/**
 * PC/SC in software: a security provider whose terminal factory reaches a {@link SocialCardEmulator}, also in another process. It is
 * configured with the emulator's address, and it fails with the messages and in the moments in which the system's PC/SC fails.
 */
public final class VirtualPcsc extends Provider {
    private static final long serialVersionUID = 1L;

    private final String address;

    /** A provider that must be configured first. */
    public VirtualPcsc() {
        this("");
    }

    private VirtualPcsc(String address) {
        super("VirtualPcsc", "1.0", "PC/SC to an emulated reader");
        this.address = address;
        putService(new Factories(this));
    }

    @Override
    public Provider configure(String hostAndPort) {
        if (!hostAndPort.matches("[^:]+:[0-9]{1,5}")) {
            throw new IllegalArgumentException("the argument of VirtualPcsc is host:port");
        }
        return new VirtualPcsc(hostAndPort);
    }

    /** Like the JDK's provider, it makes no factory at all while the service is down. */
    private static final class Factories extends Service {
        private final VirtualPcsc provider;

        Factories(VirtualPcsc provider) {
            super(provider, "TerminalFactory", "PC/SC", Factory.class.getName(), null, null);
            this.provider = provider;
        }

        @Override
        public Object newInstance(@Nullable Object parameter) throws NoSuchAlgorithmException {
            try {
                return new Factory(new VirtualContext(provider.address));
            } catch (CardException noService) {
                throw new NoSuchAlgorithmException("Error constructing implementation", noService);
            }
        }
    }

    private static final class Factory extends TerminalFactorySpi {
        private final VirtualContext context;

        Factory(VirtualContext context) {
            this.context = context;
        }

        @Override
        protected CardTerminals engineTerminals() {
            return new VirtualTerminals(context);
        }
    }
}
