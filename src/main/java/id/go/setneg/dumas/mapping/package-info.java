/** The meaning: applies mappings from their records to ours and back, our JSON Schemas and the decision tables. */
@NullMarked
package id.go.setneg.dumas.mapping;

import org.jspecify.annotations.NullMarked;
