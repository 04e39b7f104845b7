package id.go.setneg.dumas.ledger;

import id.go.setneg.dumas.complaint.Complaint;
import java.nio.ByteBuffer;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger knows of the records of a batch: their versions, and the cases that their names lead to. A record is
 * known by its names and may claim to be about another; two records that merely bear the same name have nothing to do with
 * each other, because a name such as a Message-ID is the sender's to choose.
 */
final class KnownRecords {

    private final MasterKeys keys;
    private final Map<ByteBuffer, Versions> byReference = new HashMap<>();
    private final Map<ByteBuffer, UUID> byName = new HashMap<>();

    /** The versions of one record, the last one in full. */
    private static final class Versions {
        private final UUID caseId;
        private final Set<ByteBuffer> contents = new HashSet<>();
        private int newest;
        private @Nullable ByteBuffer content;
        private @Nullable OffsetDateTime changedAt;
        private boolean isDeleted;

        Versions(UUID caseId) {
            this.caseId = caseId;
        }

        void add(int version, ByteBuffer newContent, @Nullable OffsetDateTime changed, boolean deleted) {
            newest = version;
            content = newContent;
            contents.add(newContent);
            changedAt = changed;
            isDeleted = deleted;
        }
    }

    KnownRecords(MasterKeys keys) {
        this.keys = keys;
    }

    /** Reads all about these submissions, with one query a table. */
    void read(LedgerQueries queries, List<Submission> submissions) {
        readReferences(queries, references(submissions));
        byName.putAll(queries.casesNamed(submissions.stream()
                .flatMap(each -> Stream.concat(
                        own(each.complaint().origin()), leading(each.complaint().origin())))
                .toList()));
    }

    void readReferences(LedgerQueries queries, Collection<byte[]> references) {
        for (LedgerQueries.KnownVersion known : queries.versions(references)) {
            byReference
                    .computeIfAbsent(ByteBuffer.wrap(known.reference()), reference -> new Versions(known.caseId()))
                    .add(known.version(), ByteBuffer.wrap(known.content()), known.changedAt(), known.isDeleted());
        }
    }

    /** Reads the versions again once their cases are locked: another writer may have added some meanwhile. */
    void readAgain(LedgerQueries queries, List<Submission> submissions) {
        if (!byReference.isEmpty()) {
            byReference.clear();
            readReferences(queries, references(submissions));
        }
    }

    private List<byte[]> references(List<Submission> submissions) {
        return submissions.stream().map(each -> reference(each.complaint())).toList();
    }

    Collection<UUID> cases() {
        return Stream.concat(byReference.values().stream().map(versions -> versions.caseId), byName.values().stream())
                .toList();
    }

    /**
     * Whether this very version is there: it is the newest one; or the source says that it is older than that; or, where
     * the source says nothing of time, it was there before.
     */
    boolean isTaken(Submission submission) {
        Versions known = byReference.get(key(submission.complaint()));
        if (known == null || known.isDeleted) {
            return false;
        }
        ByteBuffer content = content(submission);
        OffsetDateTime changedAt = submission.complaint().origin().changedAt();
        if (content.equals(known.content)) {
            return true;
        }
        return changedAt == null
                ? known.contents.contains(content)
                : known.changedAt != null && changedAt.isBefore(known.changedAt);
    }

    /** Whether the same was sent before under another name. */
    boolean isRepetition(Submission submission) {
        String fingerprint = submission.complaint().origin().fingerprint();
        return fingerprint != null
                && !byReference.containsKey(key(submission.complaint()))
                && byName.containsKey(ByteBuffer.wrap(keys.hash("fingerprint", fingerprint)));
    }

    /** Whether the record was there and its source deleted it. */
    boolean isDeleted(Submission submission) {
        Versions known = byReference.get(key(submission.complaint()));
        return known != null && known.isDeleted;
    }

    /** The case of an earlier version, or the one that its names lead to. */
    Optional<UUID> caseOf(Submission submission) {
        return caseOf(reference(submission.complaint()))
                .or(() -> leading(submission.complaint().origin())
                        .map(name -> byName.get(ByteBuffer.wrap(name)))
                        .filter(Objects::nonNull)
                        .findFirst());
    }

    Optional<UUID> caseOf(byte[] reference) {
        return Optional.ofNullable(byReference.get(ByteBuffer.wrap(reference))).map(versions -> versions.caseId);
    }

    /**
     * Remembers a submission.
     *
     * @return its version, from 1
     */
    int add(UUID caseId, Submission submission) {
        Versions versions = byReference.computeIfAbsent(key(submission.complaint()), reference -> new Versions(caseId));
        versions.add(
                versions.newest + 1,
                content(submission),
                submission.complaint().origin().changedAt(),
                false);
        return versions.newest;
    }

    /** Remembers the names of a record, and gives those that were unknown. */
    List<byte[]> addNames(UUID caseId, Complaint.Origin origin) {
        List<byte[]> added = new ArrayList<>();
        own(origin).forEach(name -> {
            if (byName.putIfAbsent(ByteBuffer.wrap(name), caseId) == null) {
                added.add(name);
            }
        });
        return added;
    }

    byte[] content(byte[] canonical) {
        return keys.hash(canonical);
    }

    byte[] reference(Complaint complaint) {
        return reference(complaint.source(), complaint.reference());
    }

    byte[] reference(String source, String reference) {
        return keys.hash("reference", source, reference);
    }

    static byte[] is(MasterKeys keys, String name) {
        return keys.hash("is", name);
    }

    private Stream<byte[]> own(Complaint.Origin origin) {
        return Stream.of(
                        origin.names().stream().map(name -> is(keys, name)),
                        origin.claims().stream().map(name -> keys.hash("claim", name)),
                        Stream.ofNullable(origin.fingerprint()).map(print -> keys.hash("fingerprint", print)))
                .flatMap(each -> each);
    }

    /** What may lead to its case: that it was sent before, that another record is about it, or it about another. */
    private Stream<byte[]> leading(Complaint.Origin origin) {
        return Stream.of(
                        Stream.ofNullable(origin.fingerprint()).map(print -> keys.hash("fingerprint", print)),
                        origin.names().stream().map(name -> keys.hash("claim", name)),
                        origin.claims().stream().flatMap(name -> Stream.of(is(keys, name), keys.hash("claim", name))))
                .flatMap(each -> each);
    }

    private ByteBuffer key(Complaint complaint) {
        return ByteBuffer.wrap(reference(complaint));
    }

    private ByteBuffer content(Submission submission) {
        return ByteBuffer.wrap(content(submission.canonical()));
    }
}
