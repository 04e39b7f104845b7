/** What source routes call: reading a source to its end, and handing its records in; acknowledged only after the commit. */
@NullMarked
package id.go.setneg.dumas.intake;

import org.jspecify.annotations.NullMarked;
