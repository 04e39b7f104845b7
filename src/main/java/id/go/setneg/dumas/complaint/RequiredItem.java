package id.go.setneg.dumas.complaint;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a file must hold before it can be followed up (SK Asdep Dumas 4/2022, requirement 1b, and what was published with it). */
public enum RequiredItem {
    NAME,
    ADDRESS,
    SIGNATURE,
    EVIDENCE,
    /** Surat kuasa bermeterai. */
    POWER_OF_ATTORNEY;

    /**
     * The items that a submission brings. A signature counts where the record says that there is one; a file counts as a
     * power of attorney where its name says so, any other as evidence: a person may say otherwise.
     */
    public static Set<RequiredItem> in(Complaint complaint) {
        Set<RequiredItem> items = EnumSet.noneOf(RequiredItem.class);
        if (isFilled(complaint.complainant().name())) {
            items.add(NAME);
        }
        if (isFilled(complaint.complainant().address())) {
            items.add(ADDRESS);
        }
        if (Boolean.TRUE.equals(complaint.complainant().signed())) {
            items.add(SIGNATURE);
        }
        for (Complaint.Attachment file : complaint.attachments()) {
            items.add(file.name().toLowerCase(Locale.ROOT).contains("kuasa") ? POWER_OF_ATTORNEY : EVIDENCE);
        }
        return items;
    }

    /** Whether it speaks for the matter, whoever brings it; all others speak for the person who brings them. */
    public boolean isOfMatter() {
        return this == EVIDENCE;
    }

    private static boolean isFilled(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
