package id.go.setneg.dumas.evidence;

/** A pack is not as it was signed. */
final class Broken extends RuntimeException {

    private final String where;

    /**
     * @param where entry and line, or part of the ZIP
     * @param what Indonesian
     */
    Broken(String where, String what) {
        super(what);
        this.where = where;
    }

    String where() {
        return where;
    }

    static void unless(boolean isSo, String where, String otherwise) {
        if (!isSo) {
            throw new Broken(where, otherwise);
        }
    }
}
