package id.go.setneg.dumas.sandbox;

/** What LAPOR! and its gateway do that their documents do not say. Every "nth" is counted per kind of request. */
enum Quirk {
    /** 200 without {@code results}: every 13th reading. */
    MISSING_RESULTS(13),
    /** Numbers and flags as texts, numbers or booleans, by record and field. */
    MIXED_NUMBERS(1),
    /** {@code data_logs[].data} is a text that holds JSON; else an object. */
    JSON_IN_TEXT(1),
    /** Attachments are {@code false} or the text {@code "[1,2]."}; else a list. */
    ODD_ATTACHMENTS(1),
    /** Days first and no zone; else ISO 8601 with one. */
    DAYS_FIRST(1),
    /** A record of page 1 is updated just before page 2 is read, so that every record moves: every second later page. */
    SHIFTING_PAGES(2),
    /** A page is cut in the middle and says that it is the last: every 37th listing. */
    CUT_LISTING(37),
    /** The gateway forgets its key for a moment ({@code fault.code} 900901): every 41st reading. */
    GATEWAY_401(41),
    /** LAPOR! forgets its token for a moment: every 43rd reading. */
    LAPOR_401(43),
    /** The gateway cannot reach LAPOR! (503, {@code fault.code} 303001): every 29th reading. */
    GATEWAY_FAULT(29),
    /** 429 with Retry-After 1: every 23rd reading. */
    TOO_MANY_READINGS(23),
    /** A page of HTML with 200: every 19th reading. */
    HTML_WITH_200(19),
    /** 429 with Retry-After 1, before anything is done: every 7th follow-up. */
    TOO_MANY_FOLLOW_UPS(7),
    /** The follow-up is stored, but the answer is a page of HTML with 200: every 11th. */
    FOLLOW_UP_ANSWERED_IN_HTML(11),
    /** The follow-up is stored, but the connection breaks: every 13th. */
    FOLLOW_UP_UNANSWERED(13);

    private final int every;

    Quirk(int every) {
        this.every = every;
    }

    int every() {
        return every;
    }
}
