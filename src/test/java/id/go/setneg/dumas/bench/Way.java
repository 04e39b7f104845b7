package id.go.setneg.dumas.bench;

/** How referrals leave. */
enum Way {
    HTTP("signed HTTP", "atr-bpn", "Kementerian Agraria dan Tata Ruang/BPN"),
    QUEUE("sealed, queue", "kemensos", "Kementerian Sosial");

    private final String label;
    private final String code;
    private final String agency;

    Way(String label, String code, String agency) {
        this.label = label;
        this.code = code;
        this.agency = agency;
    }

    String label() {
        return label;
    }

    String destination() {
        return "agency." + code;
    }

    /** As an officer writes it. */
    String agency() {
        return agency;
    }
}
