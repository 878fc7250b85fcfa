package kiosk.emulators.idcard;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import kiosk.identity.IdCard;

/** What stands on the chip of an identity card that can be laid on the emulated reader: text, photo, and perhaps a newer address. */
public final class CardImage {
    private static final int PHOTO_SIZE = 1024;
    private static final int ADDRESS_SIZE = 70;

    private final byte[] text;
    private final byte[] photo;
    private final Optional<byte[]> newAddress;

    private CardImage(byte[] text, byte[] photo, Optional<byte[]> newAddress) {
        this.text = text;
        this.photo = photo;
        this.newAddress = newAddress;
    }

    /** The chip of that card; the photo is noise, no byte of it zero. */
    public static CardImage of(IdCard card) {
        return new CardImage(TextBlock.of(card), noise(), Optional.empty());
    }

    private static byte[] noise() {
        Random random = new Random(450);
        byte[] photo = new byte[PHOTO_SIZE];
        for (int i = 0; i < PHOTO_SIZE; i++) {
            photo[i] = (byte) (1 + random.nextInt(255));
        }
        return photo;
    }

    /** The same chip with an address written on it later, 35 UTF-16 units at most. */
    public CardImage withNewAddress(String address) {
        return new CardImage(text, photo, Optional.of(TextBlock.padded(address, ADDRESS_SIZE)));
    }

    /** The same chip with other bytes in its text, to damage it. */
    public CardImage withText(int offset, byte... bytes) {
        byte[] changed = text.clone();
        System.arraycopy(bytes, 0, changed, offset, bytes.length);
        return new CardImage(changed, photo, newAddress);
    }

    /** The same chip with a photo that is all zeros. */
    public CardImage withoutPhoto() {
        return new CardImage(text, new byte[PHOTO_SIZE], newAddress);
    }

    /** The 256 bytes of text. */
    public byte[] text() {
        return text.clone();
    }

    /** The answer's data: the length of the text, the length of the photo, then both. */
    byte[] baseInformation() {
        byte[] data = Arrays.copyOf(new byte[] {0x01, 0x00, 0x04, 0x00}, 4 + text.length + photo.length);
        System.arraycopy(text, 0, data, 4, text.length);
        System.arraycopy(photo, 0, data, 4 + text.length, photo.length);
        return data;
    }

    Optional<byte[]> newAddress() {
        return newAddress;
    }
}
