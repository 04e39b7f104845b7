package id.go.setneg.dumas.ledger;

import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** The one place where facts are kept. Everything that belongs together is written in one transaction or not at all. */
public final class Ledger {

    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);
    private static final int TRIES = 5;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final MasterKeys keys;
    private final Clock clock;
    private final Supplier<UUID> ids;
    private final Supplier<DeadlineRules> rules;
    private final CopyOnWriteArrayList<Consumer<Set<String>>> listeners = new CopyOnWriteArrayList<>();

    /** A ledger that keeps no deadlines. */
    public Ledger(
            JdbcTemplate jdbc, TransactionTemplate transaction, MasterKeys keys, Clock clock, Supplier<UUID> ids) {
        this(jdbc, transaction, keys, clock, ids, () -> DeadlineRules.NONE);
    }

    /** @param rules the present ones; asked once for each unit of work */
    public Ledger(
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            MasterKeys keys,
            Clock clock,
            Supplier<UUID> ids,
            Supplier<DeadlineRules> rules) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.keys = keys;
        this.clock = clock;
        this.ids = ids;
        this.rules = rules;
    }

    /**
     * Runs work in one transaction and writes at its end what it gathered. When another node was faster with the same
     * case or record, the work is run again on what is now there: it must not act outside the ledger.
     *
     * @throws org.springframework.dao.DataAccessException when the database refuses or cannot be reached
     */
    public <T> T write(Function<UnitOfWork, T> work) {
        for (int tried = 1; ; tried++) {
            try {
                return writeOnce(work);
            } catch (TransactionException e) {
                throw new DataAccessResourceFailureException("the database cannot be reached", e);
            } catch (ConcurrencyFailureException | DuplicateKeyException e) {
                if (tried == TRIES) {
                    throw e;
                }
                LOG.debug("another writer was faster, trying again ({} of {})", tried, TRIES);
            }
        }
    }

    private <T> T writeOnce(Function<UnitOfWork, T> work) {
        var unit = new UnitOfWork(jdbc, keys, clock, ids, rules.get());
        T result = transaction.execute(status -> {
            T value = work.apply(unit);
            unit.flush();
            return value;
        });
        Set<String> destinations = unit.destinations();
        if (!destinations.isEmpty()) {
            listeners.forEach(listener -> listener.accept(destinations));
        }
        return result;
    }

    /** Calls a listener after each commit that left something due, with the destinations that have it. */
    public void onDeliveriesDue(Consumer<Set<String>> listener) {
        listeners.add(listener);
    }
}
