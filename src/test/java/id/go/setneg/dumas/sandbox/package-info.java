/** The outside world in small: the correspondence office, LAPOR!, a mail server and agencies, for trying the hub and for testing it. */
@NullMarked
package id.go.setneg.dumas.sandbox;

import org.jspecify.annotations.NullMarked;
