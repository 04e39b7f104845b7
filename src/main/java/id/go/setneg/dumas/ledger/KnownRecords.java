package id.go.setneg.dumas.ledger;

import id.go.setneg.dumas.complaint.Complaint;
import id.go.setneg.dumas.complaint.MatchKeys;
import java.nio.ByteBuffer;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
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
    private final IdentityHashMap<Complaint, MatchKeys> matchKeys = new IdentityHashMap<>();

    /** The versions of one record, the last one in full. */
    private static final class Versions {
        private UUID caseId;
        private final Set<ByteBuffer> contents = new HashSet<>();
        private int newest;
        private @Nullable ByteBuffer content;
        private @Nullable OffsetDateTime changedAt;
        private boolean isDeleted;

        Versions(UUID caseId) {
            this.caseId = caseId;
        }

        void add(UUID newCase, int version, ByteBuffer newContent, @Nullable OffsetDateTime changed, boolean deleted) {
            caseId = newCase;
            newest = version;
            content = newContent;
            contents.add(newContent);
            changedAt = changed == null ? changedAt : changed;
            isDeleted = deleted;
        }
    }

    KnownRecords(MasterKeys keys) {
        this.keys = keys;
    }

    /** Reads all about these submissions, with one query a table. */
    void read(LedgerQueries queries, List<Submission> submissions) {
        readReferences(queries, references(submissions));
        byName.putAll(queries.casesNamed(names(submissions)));
    }

    /** Every name that a record has, claims, or might be claimed by. */
    private List<byte[]> names(List<Submission> submissions) {
        return submissions.stream()
                .map(Submission::complaint)
                .flatMap(complaint -> Stream.of(
                                own(complaint.origin()),
                                complaint.origin().names().stream().map(this::claim),
                                complaint.origin().claims().stream().map(name -> is(keys, name)),
                                words(complaint))
                        .flatMap(each -> each))
                .toList();
    }

    /** What a complaint may be found by. */
    MatchKeys matchKeys(Complaint complaint) {
        return matchKeys.computeIfAbsent(complaint, MatchKeys::of);
    }

    /** The case that holds the very words of the same person. */
    Optional<UUID> caseByWords(Submission submission) {
        return words(submission.complaint())
                .map(name -> byName.get(ByteBuffer.wrap(name)))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** The cases that hold earlier versions, or that its names or words lead to. */
    Stream<UUID> homes(Submission submission) {
        return Stream.of(caseOf(reference(submission.complaint())), caseByNames(submission), caseByWords(submission))
                .flatMap(Optional::stream);
    }

    private Stream<byte[]> words(Complaint complaint) {
        return matchKeys(complaint).words().stream().map(words -> keys.hash("words", words));
    }

    void readReferences(LedgerQueries queries, Collection<byte[]> references) {
        for (LedgerQueries.KnownVersion known : queries.versions(references)) {
            byReference
                    .computeIfAbsent(ByteBuffer.wrap(known.reference()), reference -> new Versions(known.caseId()))
                    .add(
                            known.caseId(),
                            known.version(),
                            ByteBuffer.wrap(known.content()),
                            known.changedAt(),
                            known.isDeleted());
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

    /** Whether names lead to other cases than they did: another writer has added some meanwhile. */
    boolean haveNamesChanged(LedgerQueries queries, List<Submission> submissions) {
        return !byName.equals(queries.casesNamed(names(submissions)));
    }

    /**
     * Whether this very version is there: it is the newest one; or the source says that it is older than that, or as old
     * and was there before; or, where
     * the source says nothing of time, it was there before, or the newest one came with a time.
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
                ? known.changedAt != null || known.contents.contains(content)
                : known.changedAt != null
                        && (changedAt.isBefore(known.changedAt)
                                || (changedAt.isEqual(known.changedAt) && known.contents.contains(content)));
    }

    /** Whether the newest version is another one, and came with a time of change that this one does not surpass. */
    boolean isOutdated(Submission submission) {
        Versions known = byReference.get(key(submission.complaint()));
        return known != null
                && known.changedAt != null
                && !content(submission).equals(known.content)
                && isTaken(submission);
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

    /** The case that its names and claims lead to. */
    Optional<UUID> caseByNames(Submission submission) {
        return leading(submission.complaint().origin())
                .map(name -> byName.get(ByteBuffer.wrap(name)))
                .filter(Objects::nonNull)
                .findFirst();
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
                caseId,
                versions.newest + 1,
                content(submission),
                submission.complaint().origin().changedAt(),
                false);
        return versions.newest;
    }

    /** Remembers the names of a record, and gives those that were unknown. */
    List<byte[]> addNames(UUID caseId, Complaint complaint) {
        List<byte[]> added = new ArrayList<>();
        Stream.concat(own(complaint.origin()), words(complaint)).forEach(name -> {
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
                        origin.claims().stream().map(this::claim),
                        fingerprint(origin))
                .flatMap(each -> each);
    }

    /**
     * What may lead to its case: that it was sent before, that another record is about it (unless a record bears that name
     * already), or it about another.
     */
    private Stream<byte[]> leading(Complaint.Origin origin) {
        return Stream.of(
                        fingerprint(origin),
                        origin.names().stream()
                                .filter(name -> !byName.containsKey(ByteBuffer.wrap(is(keys, name))))
                                .map(this::claim),
                        origin.claims().stream().flatMap(name -> Stream.of(is(keys, name), claim(name))))
                .flatMap(each -> each);
    }

    private Stream<byte[]> fingerprint(Complaint.Origin origin) {
        return Stream.ofNullable(origin.fingerprint()).map(print -> keys.hash("fingerprint", print));
    }

    private byte[] claim(String name) {
        return keys.hash("claim", name);
    }

    private ByteBuffer key(Complaint complaint) {
        return ByteBuffer.wrap(reference(complaint));
    }

    private ByteBuffer content(Submission submission) {
        return ByteBuffer.wrap(content(submission.canonical()));
    }
}
