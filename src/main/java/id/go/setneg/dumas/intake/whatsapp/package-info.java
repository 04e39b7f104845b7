/** Hears what people ask by WhatsApp (Cloud API of Meta). */
@NullMarked
package id.go.setneg.dumas.intake.whatsapp;

import org.jspecify.annotations.NullMarked;
