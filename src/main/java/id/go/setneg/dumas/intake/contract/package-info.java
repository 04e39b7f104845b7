/** Notices where a source's records differ from what is known of them, before anything fails. */
@NullMarked
package id.go.setneg.dumas.intake.contract;

import org.jspecify.annotations.NullMarked;
