/** What people and machines see of the hub: console, JMX, logins, problems over HTTP, contracts, and the check of all settings at start. */
@NullMarked
package id.go.setneg.dumas.operations;

import org.jspecify.annotations.NullMarked;
