package id.go.setneg.dumas.ledger;

import static java.util.Objects.requireNonNull;

import id.go.setneg.dumas.complaint.CaseFile;
import id.go.setneg.dumas.complaint.CaseNumber;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads what is stored of a case without holding it up for those who write. */
public final class Histories {

    private final LedgerQueries queries;
    private final CaseKeys caseKeys;
    private final TransactionTemplate moment;

    /**
     * @param moment a transaction in which everything is read as at one moment
     */
    public Histories(JdbcTemplate jdbc, CaseKeys caseKeys, TransactionTemplate moment) {
        this.queries = new LedgerQueries(jdbc);
        this.caseKeys = caseKeys;
        this.moment = moment;
    }

    /**
     * The history of a case, none when there is no such number.
     *
     * @throws ErasedCase when its key was destroyed
     */
    public Optional<History> find(CaseNumber number) {
        return requireNonNull(moment.execute(status -> read(number)));
    }

    private Optional<History> read(CaseNumber number) {
        Map<CaseNumber, UUID> found = queries.casesNumbered(Set.of(number));
        UUID id = found.get(number);
        if (id == null) {
            return Optional.empty();
        }
        List<UUID> family = queries.matters.family(id);
        Map<UUID, DataKey> keys = caseKeys.of(family);
        DataKey key = keys.get(id);
        if (key == null) {
            throw new ErasedCase(id);
        }
        byte[] head = queries.head(id);
        List<History.Entry> entries = queries.entries(id, key);
        CaseFile file = CaseFile.of(entries.stream().map(History.Entry::event).toList());
        List<StoredSubmission> stored = StoredSubmission.present(queries.submissions(family, keys), file);
        return Optional.of(new History(
                number,
                head,
                entries,
                stored.stream().map(StoredSubmission::complaint).toList()));
    }
}
