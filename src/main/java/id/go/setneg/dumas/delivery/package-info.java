/** Everything that leaves: what is due is claimed, handed to its route, and settled with its outcome. */
@NullMarked
package id.go.setneg.dumas.delivery;

import org.jspecify.annotations.NullMarked;
