package id.go.setneg.dumas.mapping;

import com.schibsted.spt.data.jslt.Function;
import java.util.List;

/** The functions that mappings may call beyond those of JSLT; pure and total. */
final class MappingFunctions {

    static final List<Function> ALL = List.of();

    private MappingFunctions() {}
}
