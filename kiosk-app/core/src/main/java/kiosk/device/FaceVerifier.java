package kiosk.device;

/** Compares the citizen's living face with the photo of the card. No driver exists yet: an item that needs it is not offered. */
public interface FaceVerifier extends Device {}
