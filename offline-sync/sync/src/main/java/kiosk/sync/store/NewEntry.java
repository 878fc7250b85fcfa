package kiosk.sync.store;

import kiosk.submission.SubmissionId;
import kiosk.sync.seal.Labels;
import org.jspecify.annotations.Nullable;

/**
 * What is about to be queued.
 *
 * @param rates for a rating the uuid that is rated
 * @param dueAtOnce whether the courier may take it now
 */
record NewEntry(
        SubmissionId id, Labels labels, @Nullable String rates, EntryState state, boolean dueAtOnce, byte[] sealed) {}
