/** Says how a case stands, in the words that its complainant may read. */
@NullMarked
package id.go.setneg.dumas.progress;

import org.jspecify.annotations.NullMarked;
