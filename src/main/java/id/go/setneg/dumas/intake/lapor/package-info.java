/** What is read of LAPOR! as a whole, once a day: its inbox, and its list of institutions. */
@NullMarked
package id.go.setneg.dumas.intake.lapor;

import org.jspecify.annotations.NullMarked;
