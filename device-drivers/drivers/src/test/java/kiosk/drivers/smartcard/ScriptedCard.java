package kiosk.drivers.smartcard;

import java.util.HexFormat;
import javax.smartcardio.ATR;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;

/** A card that has one channel and an answer-to-reset of three historical bytes. */
final class ScriptedCard extends Card {
    private final CardChannel channel;

    ScriptedCard(CardChannel channel) {
        this.channel = channel;
    }

    @Override
    public ATR getATR() {
        return new ATR(HexFormat.of().parseHex("3B03112233"));
    }

    @Override
    public String getProtocol() {
        return "T=0";
    }

    @Override
    public CardChannel getBasicChannel() {
        return channel;
    }

    @Override
    public CardChannel openLogicalChannel() {
        throw new UnsupportedOperationException("nobody asks so");
    }

    @Override
    public void beginExclusive() {}

    @Override
    public void endExclusive() {}

    @Override
    public byte[] transmitControlCommand(int controlCode, byte[] command) {
        throw new UnsupportedOperationException("nobody asks so");
    }

    @Override
    public void disconnect(boolean reset) {}
}
