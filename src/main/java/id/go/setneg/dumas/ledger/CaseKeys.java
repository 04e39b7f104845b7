package id.go.setneg.dumas.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** The data keys of cases, for who must open what another part sealed. */
public final class CaseKeys {

    private final JdbcTemplate jdbc;
    private final MasterKeys keys;

    CaseKeys(JdbcTemplate jdbc, MasterKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** The key of something that belongs to no case. */
    public DataKey own(String master, byte[] sealedKey) {
        return keys.unwrap(master, sealedKey);
    }

    /**
     * The key of a case itself (32 bytes, AES-256), for who must prove what it sealed; none when it was destroyed. It leaves
     * the ledger with whoever gets it.
     */
    public Optional<byte[]> disclose(UUID caseId) {
        return jdbc
                .query(
                        "select master, sealed_key from case_key where case_id = ?",
                        (row, n) -> keys.unwrapped(row.getString(1), row.getBytes(2)),
                        caseId)
                .stream()
                .findFirst();
    }

    /** The keys of these cases; a case whose key was destroyed is absent. */
    public Map<UUID, DataKey> of(Collection<UUID> cases) {
        Map<UUID, DataKey> opened = new HashMap<>();
        jdbc.query(
                connection -> {
                    var statement = connection.prepareStatement(
                            "select case_id, master, sealed_key from case_key where case_id = any (?)");
                    statement.setArray(1, connection.createArrayOf("uuid", cases.toArray()));
                    return statement;
                },
                row -> {
                    opened.put(row.getObject(1, UUID.class), keys.unwrap(row.getString(2), row.getBytes(3)));
                });
        return opened;
    }
}
