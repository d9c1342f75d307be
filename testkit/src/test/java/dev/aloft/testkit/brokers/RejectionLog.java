package dev.aloft.testkit.brokers;

/** The platform's log, of which only the rejections are of interest: each must be there. */
final class RejectionLog {
    static final String REASON = "nobody wants message ";

    private final Ledger ledger;

    RejectionLog(Ledger ledger) {
        this.ledger = ledger;
    }

    void add(String entry) {
        int reason = entry.indexOf(REASON);
        if (reason < 0 || !entry.contains(" rejected ")) {
            return;
        }
        int start = reason + REASON.length();
        int end = start;
        while (end < entry.length() && Character.isDigit(entry.charAt(end))) {
            end++;
        }
        ledger.logged(Integer.parseInt(entry.substring(start, end)));
    }
}
