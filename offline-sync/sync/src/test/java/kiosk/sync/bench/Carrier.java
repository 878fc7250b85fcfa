package kiosk.sync.bench;

/** Brings one that waits to the platform; it is there when this returns. */
interface Carrier {
    void bring(String id, byte[] sealed);
}
