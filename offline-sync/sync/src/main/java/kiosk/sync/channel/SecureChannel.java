package kiosk.sync.channel;

import javax.net.ssl.SSLContext;

/**
 * How the line to the platform is secured: TLS 1.3 with a certificate at either end (PLATFORM-API.md, section 13). Where a province wants
 * TLCP (GB/T 38636), an appliance at the edge speaks it, or another implementation here (docs/decisions/0011).
 */
public interface SecureChannel {
    /** What connections are made with; the same object always. */
    SSLContext context();

    /** Says that the terminal has another certificate: connections made from now on show it. */
    void renewed();
}
