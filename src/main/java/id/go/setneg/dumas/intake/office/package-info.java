/** What the correspondence office hands over: exports and scans in a folder, and the files behind its API. */
@NullMarked
package id.go.setneg.dumas.intake.office;

import org.jspecify.annotations.NullMarked;
