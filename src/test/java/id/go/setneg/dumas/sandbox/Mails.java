package id.go.setneg.dumas.sandbox;

import id.go.setneg.dumas.sandbox.People.Person;
import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayInputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.Random;

/** Writes mails as citizens, and their machines, write them. */
final class Mails {

    private static final Session SESSION = Session.getInstance(new Properties());

    private final int run;
    private final LocalDate today;

    Mails(int run, LocalDate today) {
        this.run = run;
        this.today = today;
    }

    Input.Mail mail(int index, Person person, Theme theme, Random random) {
        Nature nature = switch (index) {
            case 3 -> Nature.TWICE;
            case 5 -> Nature.AUTO_REPLY;
            case 7 -> Nature.HOSTILE;
            default -> index % 6 == 2 ? Nature.INCOMPLETE : Nature.ORDINARY;
        };
        String id = "<surel-" + run + "-" + index + "@warga.example>";
        List<String> mailboxes = nature == Nature.TWICE
                ? List.of(MailServer.DUMAS, MailServer.PERSURATAN)
                : List.of(index % 5 == 1 ? MailServer.PERSURATAN : MailServer.DUMAS);
        try {
            MimeMessage message = switch (nature) {
                case HOSTILE -> raw("Message-ID: " + id + "\r\nDate: kemarin\r\n\r\n");
                case AUTO_REPLY -> autoReply(id, person);
                default -> complaint(id, index, nature, mailboxes, person, theme, random);
            };
            return new Input.Mail(id, nature, person.name(), mailboxes, message);
        } catch (MessagingException e) {
            throw new IllegalStateException("a made-up mail cannot be written", e);
        }
    }

    private static MimeMessage raw(String text) throws MessagingException {
        return new MimeMessage(SESSION, new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private MimeMessage autoReply(String id, Person person) throws MessagingException {
        return raw("Message-ID: " + id + "\r\nFrom: " + person.email() + "\r\nTo: " + MailServer.DUMAS
                + "\r\nSubject: Balasan otomatis: di luar kantor\r\nAuto-Submitted: auto-replied\r\n"
                + "Content-Type: text/plain; charset=utf-8\r\n\r\nSaya sedang tidak berada di tempat.\r\n");
    }

    private MimeMessage complaint(
            String id, int index, Nature nature, List<String> mailboxes, Person person, Theme theme, Random random)
            throws MessagingException {
        var message = new WithId(id);
        message.setFrom(address(person.email(), person.name()));
        for (String mailbox : mailboxes) {
            message.addRecipients(MimeMessage.RecipientType.TO, mailbox);
        }
        String subject = theme.subject(random, person.regency());
        message.setSubject(
                index % 4 == 0 ? "Pengaduan – " + subject : subject, "UTF-8"); // a dash makes an encoded word
        var sent = today.minusDays(1).atTime(8 + random.nextInt(9), random.nextInt(60));
        message.setSentDate(Date.from(sent.toInstant(Wib.OFFSET)));
        String text = text(person, nature == Nature.INCOMPLETE, theme.text(random, person.regency()), random);
        var body = new MimeBodyPart();
        if (index % 3 == 0) {
            body.setContent(alternative(text));
        } else {
            body.setText(text, "UTF-8");
        }
        var all = new MimeMultipart(body);
        if (nature != Nature.INCOMPLETE) {
            all.addBodyPart(file("surat-pengaduan.pdf", Pdf.of(subject + " " + index)));
            if (index % 4 == 3) {
                all.addBodyPart(file("surat-pengaduan.pdf", Pdf.of("Bukti pendukung " + index))); // an equal name
            }
        }
        message.setContent(all);
        message.saveChanges();
        return message;
    }

    private static String text(Person person, boolean incomplete, String matter, Random random) {
        String addressee = new String[] {"Presiden", "Wakil Presiden", "Menteri Sekretaris Negara"}[random.nextInt(3)];
        return "Nama: " + person.name() + "\nNIK: " + person.nik() + "\n"
                + (incomplete ? "" : "Alamat: " + person.address() + "\n")
                + "Pekerjaan: " + person.occupation()
                + "\nKabupaten/Kota: " + person.regency()
                + "\nProvinsi: " + person.province()
                + "\nTelepon: " + person.phone()
                + "\nKepada: " + addressee
                + "\n\nDengan hormat,\n\n" + matter
                + "\n\nHormat kami,\n" + person.name() + "\n";
    }

    private static MimeMultipart alternative(String text) throws MessagingException {
        var plain = new MimeBodyPart();
        plain.setText(text, "UTF-8");
        var html = new MimeBodyPart();
        html.setContent(
                "<html><body><p>" + text.replace("\n", "<br>") + "</p></body></html>", "text/html; charset=UTF-8");
        return new MimeMultipart("alternative", plain, html);
    }

    private static MimeBodyPart file(String name, byte[] bytes) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, "application/pdf")));
        part.setFileName(name);
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    private static InternetAddress address(String address, String name) {
        try {
            return new InternetAddress(address, name, "UTF-8");
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keeps its Message-ID; the library would make a new one of time and machine. */
    private static final class WithId extends MimeMessage {
        private final String id;

        WithId(String id) {
            super(SESSION);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
