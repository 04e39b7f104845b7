/** Gathers everything that the ledger holds of one case into a signed pack that anybody can check without the hub. */
@NullMarked
package id.go.setneg.dumas.evidence;

import org.jspecify.annotations.NullMarked;
