/** The words and the rules: what a complaint, a case and a referral are, and which facts may follow from which; JDK only. */
@NullMarked
package id.go.setneg.dumas.complaint;

import org.jspecify.annotations.NullMarked;
