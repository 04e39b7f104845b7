/** Understands mails as people and machines really send them: hostile, malformed or plain, none is lost and none does harm. */
@NullMarked
package id.go.setneg.dumas.intake.mail;

import org.jspecify.annotations.NullMarked;
