/** Applies the rules to stored facts and decides what is to be sent, in the ledger's transaction. */
@NullMarked
package id.go.setneg.dumas.desk;

import org.jspecify.annotations.NullMarked;
