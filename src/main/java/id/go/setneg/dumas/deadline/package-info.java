/** Working days as they are known on a day, office hours, and the terms that run on a case; pure rules without a clock of their own. */
@NullMarked
package id.go.setneg.dumas.deadline;

import org.jspecify.annotations.NullMarked;
