package kiosk.sync.channel;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** Where the platform is. Plain HTTP is for the loopback alone (PLATFORM-API.md, section 1). */
public record PlatformAddress(URI uri) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "[::1]");

    /** @throws IllegalArgumentException if it is not https, nor http to this machine itself */
    public PlatformAddress {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawQuery() != null) {
            throw new IllegalArgumentException("the platform's address needs a host, and neither a user nor a query");
        }
        if (!scheme.equals("https") && !(scheme.equals("http") && loopback(uri.getHost()))) {
            throw new IllegalArgumentException(
                    "the platform is spoken to by https, to anything but this machine itself");
        }
    }

    /** Only what cannot be anybody else, whatever a name server says. */
    private static boolean loopback(String host) {
        return LOOPBACK.contains(host.toLowerCase(Locale.ROOT))
                || host.matches("127\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}");
    }

    /** Whether the platform is on this machine itself: then no line lies between. */
    public boolean isThisMachine() {
        return loopback(uri.getHost());
    }

    /** Whether it is spoken to by TLS. */
    public boolean isSecure() {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    /** The address of a path, {@code /v1/…}. */
    public URI resolve(String path) {
        String base = uri.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }
}
