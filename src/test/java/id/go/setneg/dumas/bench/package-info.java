/** Measures how many complaints a second the hub carries, beside a bare loop that writes the same rows. */
@NullMarked
package id.go.setneg.dumas.bench;

import org.jspecify.annotations.NullMarked;
