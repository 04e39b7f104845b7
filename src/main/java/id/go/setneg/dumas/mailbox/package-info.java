/** The dialogue with mail servers: the inbox as a work list, push, TLS, password or token; it knows nothing of what a mail says. */
@NullMarked
package id.go.setneg.dumas.mailbox;

import org.jspecify.annotations.NullMarked;
