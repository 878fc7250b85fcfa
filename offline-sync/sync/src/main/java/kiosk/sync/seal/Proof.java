package kiosk.sync.seal;

import kiosk.submission.CaseReceipt;

/**
 * A receipt that was verified.
 *
 * @param receipt what of it concerns the citizen
 * @param asItCame its JSON
 */
public record Proof(SignedReceipt signed, CaseReceipt receipt, String asItCame) {}
