package kiosk.emulators.smartcard;

import javax.smartcardio.ATR;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;

/** A connection with the card in the emulated reader. */
final class VirtualCard extends Card {
    private final VirtualContext context;
    private final ATR answerToReset;

    VirtualCard(VirtualContext context, byte[] answerToReset) {
        this.context = context;
        this.answerToReset = new ATR(answerToReset);
    }

    @Override
    public ATR getATR() {
        return answerToReset;
    }

    @Override
    public String getProtocol() {
        return "T=0";
    }

    @Override
    public CardChannel getBasicChannel() {
        return new VirtualChannel(this, context);
    }

    @Override
    public CardChannel openLogicalChannel() throws CardException {
        throw new CardException("the emulated card has one channel");
    }

    @Override
    public void beginExclusive() {
        // nobody else is at the emulated reader
    }

    @Override
    public void endExclusive() {
        // nobody else is at the emulated reader
    }

    @Override
    public byte[] transmitControlCommand(int code, byte[] command) throws CardException {
        throw VirtualContext.failure("SCardControl", "0x80100016 (SCARD_E_NOT_TRANSACTED)");
    }

    @Override
    public void disconnect(boolean reset) throws CardException {
        context.powerOff();
    }
}
