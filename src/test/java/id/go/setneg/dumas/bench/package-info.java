/** Measures how many complaints a second the hub carries and each source brings, beside a bare loop that writes the same rows. */
@NullMarked
package id.go.setneg.dumas.bench;

import org.jspecify.annotations.NullMarked;
