package kiosk.demo;

/** Starts the kiosk with emulated devices and the reference platform. */
public final class DemoKiosk {

    private DemoKiosk() {}

    public static void main(String[] arguments) {
        System.out.println("OneStop Kiosk");
    }
}
