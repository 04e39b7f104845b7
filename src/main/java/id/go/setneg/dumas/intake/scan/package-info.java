/** Looks at scans and other files that belong to a submission: what they are, and the text that a PDF itself holds. */
@NullMarked
package id.go.setneg.dumas.intake.scan;

import org.jspecify.annotations.NullMarked;
