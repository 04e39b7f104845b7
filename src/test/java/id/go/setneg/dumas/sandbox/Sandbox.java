package id.go.setneg.dumas.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.ECKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** The whole outside world: two sources with an API, a drop folder, mailboxes, WhatsApp, and three agencies. */
public final class Sandbox implements AutoCloseable {

    /** Good system, by HTTP. */
    static final String ATR_BPN = "atr-bpn";
    /** Reads a queue. */
    static final String KEMENSOS = "kemensos";
    /** Failing system, by HTTP. */
    static final String KEMNAKER = "kemnaker";

    /**
     * A status of the hub that arrived at a source.
     *
     * @param reference the source's own name of the record; for mail the recipient
     * @param delivery what tells one delivery from another there
     * @param text the status word, the content or the subject
     */
    public record Notice(String source, String reference, String delivery, String text) {}

    private final SandboxSettings settings;
    private final Secrets secrets;
    private final AtomicReference<Hub> hub;
    private final Inputs inputs;
    private final SpdeServer spde;
    private final LaporServer lapor;
    private final MailServer mail;
    private final WhatsAppServer whatsApp;
    private final DropFolder folder;
    private final AgencyServer atrBpn;
    private final AgencyServer kemnaker;
    private final QueueAgency kemensos;
    private final ECKey kemensosKey;
    private final ScheduledExecutorService trickle =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
    private final List<Input> loaded = new ArrayList<>();
    private final Map<String, Integer> next = new TreeMap<>();
    private final Set<String> directed = new HashSet<>();
    private int exports;

    private Sandbox(SandboxSettings settings) {
        this.settings = settings;
        var clock = settings.clock();
        Path own = settings.data().resolve("sandbox");
        int run = run(own);
        secrets = new Secrets(settings.seed());
        inputs = new Inputs(settings.seed(), run, Wib.day(clock.instant()));
        var numbers = new Numbers(run);
        int http = settings.hubPort() == 0 ? Loopback.freePort() : settings.hubPort();
        int amqp = settings.brokerPort() == 0 ? Loopback.freePort() : settings.brokerPort();
        hub = new AtomicReference<>(new Hub("http://127.0.0.1:" + http, amqp));
        var officer =
                Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
        spde = new SpdeServer(
                0, secrets.word("spde"), clock, settings.officerDelay(), officer, numbers.registrations());
        lapor = new LaporServer(
                0, secrets.word("gateway"), secrets.word("client"), clock, settings.seed(), numbers.report(0));
        mail = new MailServer(secrets.word("mail"));
        whatsApp = new WhatsAppServer(secrets.word("whatsapp"), secrets.word("meta"));
        folder = new DropFolder(settings.data().resolve("spde-ekspor").toAbsolutePath());
        atrBpn = server(ATR_BPN, Behaviour.GOOD);
        kemnaker = server(KEMNAKER, Behaviour.FAILING_THEN_RECOVERING);
        kemensosKey = Sealing.keyIn(own.resolve(KEMENSOS + ".jwk.json"));
        kemensos = new QueueAgency(
                KEMENSOS,
                secrets.word(KEMENSOS),
                kemensosKey,
                hub::get,
                clerk(KEMENSOS, new QueueMessenger(KEMENSOS, secrets.word(KEMENSOS), hub::get)));
    }

    /** Starts everything; nothing is loaded yet, and agencies wait for the hub. */
    public static Sandbox start(SandboxSettings settings) {
        return new Sandbox(settings);
    }

    private AgencyServer server(String code, Behaviour behaviour) {
        var callback = new Callback(hub::get, code, secrets.word(code));
        return new AgencyServer(
                code, 0, new Webhook(secrets.webhook(code)), behaviour, settings.clock(), clerk(code, callback));
    }

    private Clerk clerk(String code, Clerk.Messenger messenger) {
        return new Clerk(code, settings.clock(), settings.agencyPace(), settings.returns(), messenger);
    }

    /** Counts the runs over one data folder. */
    private static int run(Path own) {
        Path file = own.resolve("run");
        try {
            Files.createDirectories(own);
            int run =
                    Files.exists(file) ? Integer.parseInt(Files.readString(file).trim()) + 1 : 0;
            Files.writeString(file, run + "\n");
            return run;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Tells the agencies where the hub really is, when it took other ports than the chosen ones. */
    public void hubAt(int httpPort, int brokerPort) {
        hub.set(new Hub("http://127.0.0.1:" + httpPort, brokerPort));
    }

    /** The hub's settings for this sandbox: property → value. */
    public Map<String, String> properties() {
        return new HubProperties(settings, secrets, hub.get()).of(this);
    }

    /** Puts a number of records into the three sources: a third letters (some of them in the drop folder), mails, reports. */
    public synchronized void load(int records) {
        var rows = new ArrayList<Input.Row>();
        for (int i = 0; i < records; i++) {
            Input input = switch (i % 3) {
                case 0 -> i % 12 == 9 ? inputs.row(index("row")) : inputs.letter(index("letter"));
                case 1 -> inputs.mail(index("mail"));
                default -> inputs.report(index("report"));
            };
            if (input instanceof Input.Row row) {
                rows.add(row);
            } else {
                put(input);
            }
        }
        putRows(rows);
    }

    private int index(String kind) {
        return next.merge(kind, 1, Integer::sum);
    }

    /** Adds one record every so often until the sandbox closes. */
    public void trickle(Duration every) {
        trickle.scheduleAtFixedRate(this::add, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The next record, each kind in its turn; after every tenth the Deputy directs a letter that waits. */
    private synchronized void add() {
        if (loaded.size() % 10 == 0) {
            loaded.stream()
                    .filter(input -> input instanceof Input.Letter && input.nature() == Nature.UNDIRECTED)
                    .filter(letter -> directed.add(letter.reference()))
                    .findFirst()
                    .ifPresent(letter -> spde.direct(letter.reference()));
        }
        switch (loaded.size() % 4) {
            case 0 -> put(inputs.letter(index("letter")));
            case 1 -> put(inputs.mail(index("mail")));
            case 2 -> put(inputs.report(index("report")));
            default -> putRows(List.of(inputs.row(index("row"))));
        }
    }

    private void put(Input input) {
        switch (input) {
            case Input.Letter letter -> spde.put(letter);
            case Input.Row row -> throw new IllegalArgumentException("rows come in exports");
            case Input.Mail one -> one.mailboxes().forEach(mailbox -> mail.appendTo(mailbox, one.message()));
            case Input.Report report -> lapor.put(report);
        }
        loaded.add(input);
    }

    /** Puts one chosen record in. */
    synchronized void add(Input input) {
        if (input instanceof Input.Row row) {
            putRows(List.of(row));
        } else {
            put(input);
        }
    }

    /** One export; its first row comes twice, as it does in real ones. */
    private void putRows(List<Input.Row> rows) {
        if (!rows.isEmpty()) {
            loaded.addAll(rows);
            rows.forEach(row -> spde.export(row.reference()));
            var cells = new ArrayList<>(rows.stream().map(Input.Row::cells).toList());
            String name = "ekspor-" + settings.clock().millis() + "-" + ++exports;
            cells.set(0, new HashMap<>(cells.getFirst()));
            cells.getFirst().put("berkas", name + ".pdf");
            cells.add(cells.getFirst());
            folder.scan(name + ".pdf");
            folder.write(name, cells, exports % 2 == 0 ? DropFolder.Form.WORKBOOK : DropFolder.Form.BYTE_ORDER_MARK);
        }
    }

    /** What the hub ought to make of everything that was put in so far. */
    public synchronized Expected expected() {
        return Expected.of(loaded);
    }

    /** References of every distinct record put in so far, whatever its nature. */
    public synchronized Set<String> sourceRecords() {
        var references = new LinkedHashSet<String>();
        loaded.forEach(input -> references.add(input.reference()));
        return references;
    }

    /** Everything put in so far. */
    public synchronized List<Input> inputs() {
        return List.copyOf(loaded);
    }

    /** Referral id → times that an agency acted upon it; more than 1 is a doubled referral. */
    public Map<String, Integer> referralsReceived() {
        var received = new TreeMap<String, Integer>();
        for (Agency agency : agencies()) {
            agency.received().acted().forEach((id, times) -> received.merge(id, times, Integer::sum));
        }
        return received;
    }

    /** Every referral that an agency acted upon, as JSON in canonical form: agency code → messages. */
    public Map<String, List<String>> referralsRead() {
        var read = new TreeMap<String, List<String>>();
        for (Agency agency : agencies()) {
            read.put(
                    agency.code(),
                    agency.referrals().stream().map(JsonNode::toString).toList());
        }
        return read;
    }

    /** Update id → status of every report by an agency that the hub has taken. */
    public Map<String, String> statusesReported() {
        var reported = new TreeMap<String, String>();
        agencies().forEach(agency -> reported.putAll(agency.clerk().reported()));
        return reported;
    }

    /** Why agencies had to repeat reports or could not read messages: a line each. */
    public List<String> troubles() {
        var troubles = new ArrayList<String>();
        for (Agency agency : agencies()) {
            agency.clerk().failures().forEach((why, times) -> troubles.add(agency.code() + " " + times + " × " + why));
        }
        kemensos.unreadable().forEach(why -> troubles.add(KEMENSOS + " cannot read: " + why));
        return troubles;
    }

    /** Case numbers for which the hub got an agenda number: number → times; more than 1 is a doubled registration. */
    public Map<String, Integer> registrations() {
        return spde.received().registered().acted();
    }

    /** Agenda entries that the office made for the hub: entry → the hub's case number. */
    public Map<String, String> agendaEntries() {
        var entries = new TreeMap<String, String>();
        spde.received().registrations().forEach(one -> entries.put(one.agenda(), one.caseNumber()));
        return entries;
    }

    /** LAPOR! deletes a report; false when there is none such. */
    public boolean deleteReport(String id) {
        return lapor.delete(id);
    }

    /** LAPOR! hides a report from us: not listed, its detail refused. */
    public void hideReport(String id) {
        lapor.hide(id);
    }

    /** The reporter edits a report; false when there is none such. */
    public boolean editReport(String id, String content) {
        return lapor.change(id, report -> report.put("content", content));
    }

    /** A report gets a status, such as {@code Selesai}, one that it had before, or one that nobody knows. */
    public boolean reportStatus(String id, String code, String name) {
        return lapor.change(id, report -> report.put("status_code", code).put("status_name", name));
    }

    /** A report is turned secret. */
    public boolean turnReportSecret(String id) {
        return lapor.change(id, report -> report.put("is_secret", "1"));
    }

    /** Makes LAPOR! behave: no quirk from now on. */
    public void calm() {
        lapor.quirks().off(EnumSet.allOf(Quirk.class));
    }

    /**
     * Lets a system answer everything with 503, or work again.
     *
     * @param system {@code spde}, {@code lapor}, {@code atr-bpn} or {@code kemnaker}
     */
    public void down(String system, boolean down) {
        switch (system) {
            case "spde" -> spde.web().down(down);
            case "lapor" -> lapor.web().down(down);
            case ATR_BPN -> atrBpn.web().down(down);
            case KEMNAKER -> kemnaker.web().down(down);
            default -> throw new IllegalArgumentException("no system that can be down: " + system);
        }
    }

    /** Every status that arrived at a source, and every mail to somebody outside. */
    public List<Notice> statusesAtSources() {
        var notices = new ArrayList<Notice>();
        for (LaporServer.FollowUp one : lapor.followUps()) {
            notices.add(new Notice("lapor", one.complaint(), one.reference(), one.content()));
        }
        for (SpdeServer.FollowUp one : spde.received().followUps()) {
            notices.add(new Notice(
                    "spde", one.agenda(), one.id(), one.request().path("status").asText()));
        }
        for (MailServer.Delivered one : mail.delivered()) {
            notices.add(new Notice("mail", one.recipient(), one.messageId(), one.subject()));
        }
        return notices;
    }

    /**
     * Somebody writes by WhatsApp.
     *
     * @return the status with which the hub's webhook answers
     */
    public int say(String id, String from, String text) {
        return whatsApp.say(hub.get().api(), id, from, text);
    }

    /** Texts that the hub sent by WhatsApp. */
    public List<String> said() {
        return whatsApp.sent().stream()
                .map(message -> message.at("/text/body").asText())
                .toList();
    }

    WhatsAppServer whatsApp() {
        return whatsApp;
    }

    List<Agency> agencies() {
        return List.of(atrBpn, kemensos, kemnaker);
    }

    Agency agency(String code) {
        return agencies().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    SpdeServer spde() {
        return spde;
    }

    LaporServer lapor() {
        return lapor;
    }

    MailServer mail() {
        return mail;
    }

    DropFolder folder() {
        return folder;
    }

    String url(String code) {
        return code.equals(ATR_BPN) ? atrBpn.url() : kemnaker.url();
    }

    String publicKey() {
        return kemensosKey.toPublicJWK().toJSONString();
    }

    Inputs maker() {
        return inputs;
    }

    @Override
    public void close() {
        trickle.shutdownNow();
        agencies().forEach(Agency::close);
        lapor.close();
        spde.close();
        whatsApp.close();
        mail.close();
    }
}
