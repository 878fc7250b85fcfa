package kiosk.drivers.escl;

import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import kiosk.device.Device;
import kiosk.device.DeviceProvider;
import kiosk.device.DeviceSettings;

/**
 * The driver {@code escl}. Options: {@code uri}, for instance {@code https://scanner.example/eSCL}; {@code source}: {@code auto}
 * (the feeder while a sheet lies in it, else the glass; the default), {@code feeder} or {@code flatbed}; {@code insecure}
 * {@code true} lets {@code http://} leave this machine.
 */
public final class EsclScannerProvider implements DeviceProvider {
    @Override
    public String driver() {
        return "escl";
    }

    @Override
    public Device open(DeviceSettings settings) {
        settings.allow(Set.of("uri", "source", "insecure"));
        URI uri = uri(settings.required("uri"));
        if (uri.getScheme().equals("http")
                && !isHere(uri.getHost())
                && !settings.optional("insecure", "false").equals("true")) {
            throw new IllegalArgumentException(
                    "driver escl: the option uri sends papers in the clear; use https or set insecure to true");
        }
        return new EsclScanner(uri, source(settings.optional("source", "auto")));
    }

    private static EsclScanner.Source source(String word) {
        return switch (word) {
            case "auto" -> EsclScanner.Source.AUTO;
            case "feeder" -> EsclScanner.Source.FEEDER;
            case "flatbed" -> EsclScanner.Source.FLATBED;
            default ->
                throw new IllegalArgumentException("driver escl: the option source is none of auto, feeder, flatbed");
        };
    }

    private static URI uri(String text) {
        try {
            URI uri = URI.create(text.endsWith("/") ? text : text + "/");
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (uri.getHost() != null && (scheme.equals("http") || scheme.equals("https"))) {
                return uri;
            }
        } catch (IllegalArgumentException noUri) {
            // said below
        }
        throw new IllegalArgumentException("driver escl: the option uri is no http or https address");
    }

    private static boolean isHere(String host) {
        return host.equals("localhost") || (host.matches("[0-9.]+|\\[[0-9a-fA-F:]+\\]") && isLoopback(host));
    }

    private static boolean isLoopback(String literal) {
        try {
            return InetAddress.getByName(literal).isLoopbackAddress();
        } catch (java.net.UnknownHostException noAddress) {
            return false;
        }
    }
}
