/** The whole hub between its sandbox: one application that all classes named {@code *IT} here share, apart from other contexts in a JVM of its own. */
@NullMarked
package id.go.setneg.dumas.hub;

import org.jspecify.annotations.NullMarked;
