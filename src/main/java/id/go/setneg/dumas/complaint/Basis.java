package id.go.setneg.dumas.complaint;

/**
 * Why a rule decided as it did.
 *
 * @param rule the rule or table, such as {@code disposition} or {@code desk/routing}
 * @param version of the table: a short hash of its content, {@code -} for a rule without a table
 * @param line of the table that matched, 0 for a rule without a table
 * @param because the regulation or letter whose wish it is
 */
public record Basis(String rule, String version, int line, String because) {

    @Override
    public String toString() {
        return line == 0 ? rule + ": " + because : rule + " " + version + " line " + line + ": " + because;
    }
}
