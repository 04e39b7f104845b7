package id.go.setneg.dumas.mapping;

/** A message cannot be mapped or does not satisfy its schema; trying again does not help. The text holds no value of it. */
public final class MappingRefused extends RuntimeException {

    public MappingRefused(String reason) {
        super(reason);
    }
}
