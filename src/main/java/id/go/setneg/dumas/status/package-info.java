/** What comes back from agencies: who says it, about which referral, and whether it is news. */
@NullMarked
package id.go.setneg.dumas.status;

import org.jspecify.annotations.NullMarked;
