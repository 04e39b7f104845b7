/** The rules of the house: each test collects all violations and says what to write instead. */
@NullMarked
package id.go.setneg.dumas.house;

import org.jspecify.annotations.NullMarked;
