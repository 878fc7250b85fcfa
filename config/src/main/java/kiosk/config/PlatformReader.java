package kiosk.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the part of the settings that says where the platform is. */
final class PlatformReader {
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");
    private static final int USUAL_SECONDS = 5;
    private static final int USUAL_SPREAD = 60;

    private PlatformReader() {}

    static KioskSettings.Platform read(Node node) {
        Block part =
                Block.of(node, List.of("url"), List.of("authorities", "key", "probe", "spread", "enrolment", "token"));
        return new KioskSettings.Platform(
                url(node, part.text("url")),
                part.maybe("authorities").map(SettingsFile::absolute),
                part.maybe("key").map(SettingsFile::absolute),
                Duration.ofSeconds(
                        part.maybe("probe").map(it -> it.number(1, 300)).orElse(USUAL_SECONDS)),
                Duration.ofSeconds(
                        part.maybe("spread").map(it -> it.number(0, 3600)).orElse(usualSpread(part.text("url")))),
                part.maybe("enrolment").map(Node::text),
                part.maybe("token").map(PlatformReader::token));
    }

    private static KioskSettings.Token token(Node node) {
        Block part = Block.of(node, List.of("module", "pinFile"), List.of("slot"));
        return new KioskSettings.Token(
                SettingsFile.absolute(part.node("module")),
                part.maybe("slot").map(it -> it.number(0, 99)).orElse(0),
                SettingsFile.absolute(part.node("pinFile")));
    }

    /** Nobody comes back together with a terminal whose platform is on the same machine. */
    private static int usualSpread(String url) {
        String host = url.replaceFirst("^[a-z]*://", "").replaceFirst("(:[0-9]*)?(/.*)?$", "");
        return LOOPBACK.matcher(host).matches() ? 0 : USUAL_SPREAD;
    }

    private static URI url(Node node, String url) {
        try {
            URI uri = new URI(url);
            boolean plainToItself = "http".equals(uri.getScheme())
                    && uri.getHost() != null
                    && LOOPBACK.matcher(uri.getHost()).matches();
            if (uri.getHost() != null && ("https".equals(uri.getScheme()) || plainToItself)) {
                return uri;
            }
        } catch (URISyntaxException notAnAddress) {
            throw node.spot().problem("this is not an address", url);
        }
        throw node.spot().problem("the platform is spoken to by https only, but on this machine itself", url);
    }
}
