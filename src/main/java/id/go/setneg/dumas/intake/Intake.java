package id.go.setneg.dumas.intake;

import id.go.setneg.dumas.complaint.Fault;
import id.go.setneg.dumas.desk.Desk;
import id.go.setneg.dumas.ledger.Ledger;
import id.go.setneg.dumas.ledger.Parked;
import id.go.setneg.dumas.ledger.Submission;
import id.go.setneg.dumas.ledger.UnitOfWork;
import id.go.setneg.dumas.mapping.ComplaintMapping;
import id.go.setneg.dumas.mapping.MappedRecord;
import id.go.setneg.dumas.mapping.SourceRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Takes records in. A page is one transaction; when the page fails for one record's sake, each is taken alone and the one
 * at fault is parked. Once a method returns, everything is stored.
 */
public final class Intake {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final Ledger ledger;
    private final Desk desk;
    private final Parked parked;
    private final ComplaintMapping mapping;
    private final Supplier<UUID> ids;
    private final Rereading rereading;

    /** Understands a record again from what was stored of it, with the reader as it is now. */
    @FunctionalInterface
    interface Rereading {
        SourceRecord again(SourceRecord record) throws IOException;
    }

    /**
     * What became of a page.
     *
     * @param known records that the ledger had already
     */
    public record Receipt(int taken, int known, int parked) {

        Receipt and(Receipt other) {
            return new Receipt(taken + other.taken, known + other.known, parked + other.parked);
        }
    }

    Intake(Ledger ledger, Desk desk, Parked parked, ComplaintMapping mapping, Supplier<UUID> ids, Rereading rereading) {
        this.ledger = ledger;
        this.desk = desk;
        this.parked = parked;
        this.mapping = mapping;
        this.ids = ids;
        this.rereading = rereading;
    }

    /**
     * Takes in what a source's page was mapped to.
     *
     * @throws DataAccessException when the database fails; nothing was stored, the source is asked again
     */
    public Receipt accept(List<MappedRecord> records) {
        if (records.isEmpty()) {
            return new Receipt(0, 0, 0);
        }
        try {
            return ledger.write(unit -> accept(unit, records));
        } catch (RuntimeException e) {
            if (isTheDatabase(e)) {
                throw e;
            }
            LOG.debug("a page failed as a whole and is taken record by record: {}", Fault.of(e));
            return records.stream().map(this::acceptAlone).reduce(new Receipt(0, 0, 0), Receipt::and);
        }
    }

    /**
     * Tries a parked record again, with the mapping as it is now.
     *
     * @return whether it was taken in; if not, it stays parked with the new reason
     */
    public boolean replay(UUID id) {
        ParkedContent content = parked.record(id).flatMap(ParkedContent::read).orElse(null);
        if (content == null) {
            return false;
        }
        MappedRecord mapped = mapping.map(content.mapping(), again(content.record()));
        return switch (mapped) {
            case MappedRecord.Refused refused -> {
                parked.refusedAgain(id, cut(refused.reason()));
                yield false;
            }
            case MappedRecord.Mapped complaint -> replay(id, complaint);
        };
    }

    private SourceRecord again(SourceRecord record) {
        if (!record.content().hasNonNull("unreadable")) {
            return record;
        }
        try {
            return rereading.again(record);
        } catch (IOException e) {
            throw new UncheckedIOException("a stored record cannot be read", e);
        }
    }

    private boolean replay(UUID id, MappedRecord.Mapped complaint) {
        try {
            ledger.write(unit -> {
                Receipt receipt = accept(unit, List.of(complaint));
                parked.replayed(id);
                return receipt;
            });
            return true;
        } catch (RuntimeException e) {
            if (isTheDatabase(e)) {
                throw e;
            }
            LOG.debug("a parked record cannot be taken in and stays parked: {}", Fault.of(e));
            parked.refusedAgain(id, cut(reason(e)));
            return false;
        }
    }

    /** Takes in that a source no longer has these records. */
    public void vanished(List<Vanished> records) {
        records.stream()
                .collect(Collectors.groupingBy(
                        Vanished::source, Collectors.mapping(Vanished::reference, Collectors.toList())))
                .forEach((source, references) -> ledger.write(unit -> {
                    unit.prepareRecords(source, references);
                    references.forEach(reference -> desk.takeDeletion(unit, source, reference));
                    return references.size();
                }));
    }

    private Receipt accept(UnitOfWork unit, List<MappedRecord> records) {
        List<Submission> submissions = records.stream()
                .filter(MappedRecord.Mapped.class::isInstance)
                .map(MappedRecord.Mapped.class::cast)
                .map(this::submission)
                .toList();
        unit.prepare(submissions);
        int taken = 0;
        for (Submission submission : submissions) {
            taken += desk.take(unit, submission) ? 1 : 0;
        }
        for (MappedRecord record : records) {
            if (record instanceof MappedRecord.Refused refused) {
                park(unit, refused, refused.reason());
            }
        }
        return new Receipt(taken, submissions.size() - taken, records.size() - submissions.size());
    }

    private Receipt acceptAlone(MappedRecord record) {
        try {
            return ledger.write(unit -> accept(unit, List.of(record)));
        } catch (RuntimeException e) {
            if (isTheDatabase(e)) {
                throw e;
            }
            LOG.error(
                    "A record of {} cannot be taken in and is parked: {}",
                    record.record().feed(),
                    Fault.of(e)); // the exception may quote the record
            return ledger.write(unit -> {
                park(unit, record, reason(e));
                return new Receipt(0, 0, 1);
            });
        }
    }

    private Submission submission(MappedRecord.Mapped mapped) {
        return new Submission(
                ids.get(),
                mapped.record().feed(),
                mapped.complaint(),
                mapped.canonical(),
                mapped.record().raw(),
                mapped.record().because(),
                mapped.record().mayBeAnswered(),
                new Submission.Understood(mapped.mapping(), mapped.record().zone()));
    }

    private static void park(UnitOfWork unit, MappedRecord record, String reason) {
        unit.park(
                record.record().feed(),
                record.mapping(),
                cut(reason),
                new ParkedContent(record.mapping(), record.record()).bytes(),
                record.record().identity());
    }

    static String reason(Throwable failure) {
        return "intake: " + Fault.of(failure);
    }

    static String cut(String reason) {
        return reason.length() > 400 ? reason.substring(0, 400) : reason;
    }

    /** A refused value is the record's fault; everything else that the database says is about the database. */
    static boolean isTheDatabase(Throwable e) {
        return e instanceof DataAccessException && !(e instanceof DataIntegrityViolationException);
    }
}
