package kiosk.sync.wire;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kiosk.sync.disk.PartFiles;
import kiosk.sync.seal.Sha256;
import kiosk.sync.store.Deliveries;
import kiosk.sync.store.Parcel;
import kiosk.sync.store.Parcel.Piece;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the large parts of a submission to the platform, piece by piece, and goes on after a cut at the byte where they stopped
 * (PLATFORM-API.md, section 5.1). How far each is, is on disk after every piece; only the platform's own word counts for it. Several
 * submissions may be under way at once, each on one thread.
 */
final class Uploads {
    /** A piece of a part that travels in one request. */
    static final int PIECE = 256 << 10;

    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);
    private static final Duration AT_LEAST = Duration.ofSeconds(15);
    private static final Duration ASKING = Duration.ofSeconds(10);
    private static final int SLOWEST_BYTES_A_SECOND = 16 << 10;
    private static final int MOST_DETOURS = 4;
    private static final int MOST_REMEMBERED = 512;

    private final Wire wire;
    private final PartFiles files;
    private final Deliveries deliveries;
    private final Dispatcher.Throttle throttle;
    /** The files this process began to send: for all others the platform is asked how far they are. */
    private final Set<String> begun = ConcurrentHashMap.newKeySet();

    Uploads(Wire wire, PartFiles files, Deliveries deliveries, Dispatcher.Throttle throttle) {
        this.wire = wire;
        this.files = files;
        this.deliveries = deliveries;
        this.throttle = throttle;
    }

    /** How far a part is: so much is there, and whether that is known to be all. */
    private record Place(long at, boolean complete) {}

    /** What a piece came to: the part is so far now, or there is an end. */
    private record Step(Optional<Place> place, Optional<Dispatch> end) {
        static Step to(Place place) {
            return new Step(Optional.of(place), Optional.empty());
        }

        static Step end(Dispatch end) {
            return new Step(Optional.empty(), Optional.of(end));
        }
    }

    /** Brings what is not there yet of those parts; empty when all is. */
    Optional<Dispatch> bring(Parcel parcel, List<Piece> parts) throws InterruptedException {
        for (Piece part : parts) {
            Optional<Dispatch> end = part.sent() == part.length() ? Optional.empty() : bring(parcel, part);
            if (end.isPresent()) {
                return end;
            }
        }
        return Optional.empty();
    }

    /** Those of the parts that the platform says it lacks, to be brought from the start, or from where it says. */
    List<Piece> again(Parcel parcel, List<Integer> missing) {
        List<Piece> parts = parcel.load().parts().stream()
                .filter(it -> missing.contains(it.number()))
                .map(it -> new Piece(it.number(), it.file(), it.length(), it.digest(), 0))
                .toList();
        parts.forEach(it -> deliveries.sent(parcel.seq(), it.number(), 0));
        return parts;
    }

    private Optional<Dispatch> bring(Parcel parcel, Piece part) throws InterruptedException {
        Step step = begun(parcel, part);
        int detours = 0;
        while (step.place().isPresent() && !step.place().get().complete() && detours <= MOST_DETOURS) {
            long before = step.place().get().at();
            step = piece(parcel, part, before);
            detours += step.place().map(it -> it.complete() || it.at() > before).orElse(true) ? 0 : 1;
            step.place().ifPresent(it -> keep(parcel, part, it));
        }
        if (step.end().isEmpty() && detours <= MOST_DETOURS) {
            begun.remove(part.file());
        }
        return detours > MOST_DETOURS ? failed() : step.end();
    }

    /** Where a part goes on: where it is known to be, or, after a restart, where the platform says. */
    private Step begun(Parcel parcel, Piece part) throws InterruptedException {
        if (begun.size() > MOST_REMEMBERED) {
            begun.clear();
        }
        boolean known = !begun.add(part.file()) || part.sent() == 0;
        return known ? Step.to(new Place(part.sent(), false)) : asked(parcel, part);
    }

    private void keep(Parcel parcel, Piece part, Place place) {
        long sure = place.complete() ? part.length() : Math.min(place.at(), part.length() - 1);
        deliveries.sent(parcel.seq(), part.number(), sure);
    }

    private static Optional<Dispatch> failed() {
        return Optional.of(new Dispatch.Closed(Dispatch.Scope.FAILED, Optional.empty()));
    }

    /** What the platform has of a part that an earlier process began. */
    private Step asked(Parcel parcel, Piece part) throws InterruptedException {
        Reply reply = wire.ask(Question.of("HEAD", path(parcel, part), ASKING).forNothing(), parcel.awaited());
        if (reply instanceof Reply.Failure failure) {
            return failure.status() == 404
                    ? Step.to(new Place(0, false))
                    : Step.end(Refusals.dispatch(failure, parcel));
        }
        return reply instanceof Reply.Success success ? reached(success, part) : Step.end(Refusals.nothing(reply));
    }

    private Step piece(Parcel parcel, Piece part, long at) throws InterruptedException {
        int most = throttle.next(parcel, (int) Math.min(PIECE, part.length() - at));
        byte[] bytes;
        try {
            bytes = files.piece(part.file(), at, most);
        } catch (IOException e) {
            return Step.end(unread(parcel, part));
        }
        if (bytes.length < most) {
            LOG.error("a part of {} is short", parcel.id());
            return Step.end(new Dispatch.Damaged());
        }
        Reply reply = wire.ask(question(parcel, part, at, bytes), parcel.awaited());
        if (reply instanceof Reply.Success success) {
            return reached(success, part);
        }
        return reply instanceof Reply.Failure failure
                ? failed(failure, parcel, part)
                : Step.end(Refusals.nothing(reply));
    }

    private static Question question(Parcel parcel, Piece part, long at, byte[] bytes) {
        Duration patience = AT_LEAST.plusSeconds(bytes.length / SLOWEST_BYTES_A_SECOND);
        return Question.of("PATCH", path(parcel, part), patience)
                .forNothing()
                .carrying(Question.PARTIAL, bytes)
                .with("Upload-Offset", Long.toString(at))
                .with("Upload-Complete", at + bytes.length == part.length() ? "?1" : "?0")
                .with("Repr-Digest", part.digest());
    }

    private static Step reached(Reply.Success success, Piece part) {
        long at = success.offset().orElse(-1L);
        boolean sane = at >= 0 && at <= part.length() && (!success.complete() || at == part.length());
        return sane ? Step.to(new Place(at, success.complete())) : Step.end(new Dispatch.NoAnswer());
    }

    private Step failed(Reply.Failure failure, Parcel parcel, Piece part) {
        long at = failure.offset().orElse(-1L);
        if (failure.code().equals("upload-offset") && at >= 0 && at <= part.length()) {
            return Step.to(new Place(at, false));
        }
        return Step.end(
                failure.code().equals("digest-wrong")
                        ? spoilt(failure, parcel, part)
                        : Refusals.dispatch(failure, parcel));
    }

    /** What was spoilt on the way goes once more from the start, after a while; only what is spoilt here cannot. */
    private Dispatch spoilt(Reply.Failure failure, Parcel parcel, Piece part) {
        deliveries.sent(parcel.seq(), part.number(), 0);
        try {
            byte[] here = files.piece(part.file(), 0, (int) part.length());
            if (Sha256.field(here).equals(part.digest())) {
                LOG.warn("a part of {} was spoilt on the way", parcel.id());
                return new Dispatch.Closed(Dispatch.Scope.FAILED, failure.retryAfter());
            }
        } catch (IOException e) {
            return unread(parcel, part);
        }
        LOG.error("a part of {} is not what was sealed", parcel.id());
        return new Dispatch.Damaged();
    }

    /** A file that is gone or short is lost; what merely could not be read now is read again later. */
    private Dispatch unread(Parcel parcel, Piece part) {
        LOG.error("a part of {} cannot be read", parcel.id());
        return files.whole(part.file(), part.length()) ? new Dispatch.Unread() : new Dispatch.Damaged();
    }

    private static String path(Parcel parcel, Piece part) {
        return "/v1/submissions/" + parcel.id() + "/parts/" + part.number();
    }
}
