package kiosk.sync.store;

/**
 * What the courier has to do something for: a sealed submission to deliver, or one whose money must be asked for.
 *
 * @param attempts how many times it was tried, this time included
 * @param sealed empty where nothing is to be sent
 */
public record Parcel(
        long seq,
        String id,
        String number,
        String kind,
        String item,
        String rates,
        boolean unsettled,
        String digest,
        int attempts,
        byte[] sealed) {
    @Override
    public String toString() {
        return "Parcel[" + id + ", attempt " + attempts + ", " + sealed.length + " bytes]";
    }
}
