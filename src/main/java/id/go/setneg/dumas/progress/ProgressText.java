package id.go.setneg.dumas.progress;

import java.util.ArrayList;
import java.util.List;

/** How a case stands as plain text: the whole form, or a few words for WhatsApp and the telephone. */
public final class ProgressText {

    /** What {@link #brief} is never longer than, in characters. */
    public static final int LONGEST = 700;

    private static final int MOST_STEPS = 3;
    private static final String NOT_HERE =
            "Perkembangan berkas ini hanya disampaikan oleh petugas kepada pengadu sendiri, secara langsung atau dengan surat.";

    private ProgressText() {}

    /** The whole form. */
    public static String form(Progress progress) {
        Form form = Form.of(progress);
        List<String> lines = new ArrayList<>(form.letterhead());
        lines.add("");
        lines.addAll(form.title());
        lines.add("");
        form.fields().forEach(field -> lines.add(field.left() + ": " + field.right()));
        lines.add("");
        lines.add("Yang telah dilakukan:");
        form.steps().forEach(step -> lines.add("- " + step.left() + ": " + step.right()));
        lines.add("");
        lines.addAll(form.closing());
        lines.add("");
        lines.addAll(form.verification());
        return String.join("\n", lines) + "\n";
    }

    /** A few words: the state, the last steps as far as there is room, what is missing and what comes next. */
    public static String brief(Progress progress) {
        String head = "Berkas " + progress.number() + ", diterima " + Form.day(progress.receivedOn()) + ".";
        if (progress.confidential()) {
            return head + " " + NOT_HERE;
        }
        head += " " + progress.words();
        StringBuilder tail = new StringBuilder();
        if (!progress.missing().isEmpty()) {
            tail.append(" Yang ditunggu dari pengadu: ")
                    .append(String.join(", ", progress.missing()))
                    .append('.');
        }
        if (progress.next() != null) {
            tail.append(' ').append(progress.next());
        }
        String text = head + steps(progress, LONGEST - head.length() - tail.length()) + tail;
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    /** The newest steps that there is room for, in their order. */
    private static String steps(Progress progress, int room) {
        String told = "";
        List<Progress.Step> newest = progress.steps().reversed();
        for (Progress.Step step : newest.subList(0, Math.min(MOST_STEPS, newest.size()))) {
            String one = " " + Form.day(step.on()) + ": " + step.words();
            if (one.length() + told.length() > room) {
                break;
            }
            told = one + told;
        }
        return told;
    }
}
