/** What the hub knows and proves: cases with their hash-chained journals, submissions, parked records and feed positions, sealed. */
@NullMarked
package id.go.setneg.dumas.ledger;

import org.jspecify.annotations.NullMarked;
