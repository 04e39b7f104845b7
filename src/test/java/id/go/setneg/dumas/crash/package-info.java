/** Kills the packaged hub in the middle of its work and counts what is left. */
@NullMarked
package id.go.setneg.dumas.crash;

import org.jspecify.annotations.NullMarked;
