/** The agency directory: which bodies exist, under which names and codes, and what may be disclosed to them. */
@NullMarked
package id.go.setneg.dumas.agency;

import org.jspecify.annotations.NullMarked;
