package kiosk.drivers.ipp;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a printer is: its name in IPP, and the address to which the packets are posted (RFC 8010 section 3, RFC 7472 for {@code ipps}).
 */
record IppAddress(URI printer, URI http) {
    private static final int PORT = 631;
    private static final Pattern THIS_MACHINE = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    /**
     * Reads the option {@code uri}. Documents carry personal data: without TLS they go to this machine alone.
     *
     * @throws IllegalArgumentException if it is no printer's address, or a foreign one without TLS that was not allowed
     */
    static IppAddress parse(String text, boolean insecureAllowed) {
        URI uri = uri(text);
        boolean tls = "ipps".equals(uri.getScheme());
        if (!tls && !insecureAllowed && !THIS_MACHINE.matcher(uri.getHost()).matches()) {
            throw new IllegalArgumentException(
                    "the option uri: ipp without TLS goes to this machine only; name an ipps:// address, or set insecure: true");
        }
        int port = uri.getPort() < 0 ? PORT : uri.getPort();
        String path = uri.getRawPath().isEmpty() ? "/ipp/print" : uri.getRawPath();
        String place = uri.getHost() + ":" + port + path;
        return new IppAddress(
                URI.create(uri.getScheme() + "://" + place), URI.create((tls ? "https://" : "http://") + place));
    }

    private static URI uri(String text) {
        try {
            URI uri = URI.create(text);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if (uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && (scheme.equals("ipp") || scheme.equals("ipps"))) {
                return URI.create(scheme + text.substring(scheme.length()));
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the option uri is not an address", e);
        }
        throw new IllegalArgumentException("the option uri must read ipp://host:port/path or ipps://host:port/path");
    }
}
