/** Counts what became of the cases of a period, for the yearly evaluation, without a word about any person. */
@NullMarked
package id.go.setneg.dumas.evaluation;

import org.jspecify.annotations.NullMarked;
