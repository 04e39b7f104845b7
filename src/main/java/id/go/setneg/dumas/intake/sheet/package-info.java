/** Reads tables as offices write them, row by row: CSV, workbooks, web pages; told apart by content, never by name. */
@NullMarked
package id.go.setneg.dumas.intake.sheet;

import org.jspecify.annotations.NullMarked;
